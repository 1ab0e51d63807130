package org.stepback.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// How long each kind of action took, in milliseconds, over all visitors.
final class Latencies {
    private final Map<String, List<Double>> measured = new ConcurrentSkipListMap<>();

    /// @param action a few words, the same for each of its kind
    /// @param begun by [System#nanoTime]
    void since(String action, long begun) {
        List<Double> times = measured.computeIfAbsent(action, _ -> new ArrayList<>());
        synchronized (times) {
            times.add((System.nanoTime() - begun) / 1e6);
        }
    }

    /// Returns a table in Markdown with the nearest-rank percentiles of each action and of all together.
    String table() {
        StringBuilder table = new StringBuilder("""
                | action | times | median | p95 | p99 | longest |
                | --- | --- | --- | --- | --- | --- |
                """);
        List<Double> all = new ArrayList<>();
        measured.forEach((action, times) -> {
            List<Double> copy;
            synchronized (times) {
                copy = List.copyOf(times);
            }
            all.addAll(copy);
            table.append(row(action, copy));
        });
        return table.append(all.isEmpty() ? "" : row("all", all)).toString();
    }

    private static String row(String action, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return "| %s | %,d | %s | %s | %s | %s |%n"
                .formatted(
                        action,
                        sorted.size(),
                        milliseconds(sorted, 0.5),
                        milliseconds(sorted, 0.95),
                        milliseconds(sorted, 0.99),
                        milliseconds(sorted, 1));
    }

    private static String milliseconds(List<Double> sorted, double share) {
        int rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
        return String.format(Locale.ROOT, "%,.0f ms", sorted.get(rank - 1));
    }
}
