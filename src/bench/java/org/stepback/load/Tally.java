package org.stepback.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts what went wrong for the visitors, by its reason.
final class Tally {
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final LongAdder looked = new LongAdder();
    private final LongAdder lost = new LongAdder();

    void failed(String reason) {
        failures.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    /// Counts a text that was looked for.
    void looked() {
        looked.increment();
    }

    /// Counts a text that is not there any more.
    void lost(String text) {
        lost.increment();
        System.err.println("lost: " + text);
    }

    String sentences() {
        String reasons = new TreeMap<>(failures)
                .entrySet().stream()
                        .map(entry -> "- %,d x %s".formatted(entry.getValue().sum(), entry.getKey()))
                        .collect(Collectors.joining("\n"));
        return "%,d stored texts were looked for, %,d of them were lost.%n%s"
                .formatted(
                        looked.sum(), lost.sum(), reasons.isEmpty() ? "Nothing failed." : "What failed:\n" + reasons);
    }
}
