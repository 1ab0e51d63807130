package org.stepback.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that was measured.
///
/// @param peak additions and multiplications a second
/// @param steps a second, by contender and workload
/// @param bytes that a step of Stepback allocates, by workload
/// @param cold share of the steady rate that the server's first run has after half a second
record Results(
        Rates peak, Map<String, Map<Workload, Rates>> steps, Map<Workload, Rates> bytes, Map<Workload, Double> cold) {
    Results() {
        this(new Rates(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /// Every contender, in the order of the table.
    static List<String> contenders() {
        return Stream.concat(
                        Stream.of(JavaPeer.values()).map(peer -> peer.title),
                        Stream.of(NodePeer.values()).map(peer -> peer.title))
                .toList();
    }

    void add(JavaPeer peer, Workload workload, List<Forks.Measured> measured) {
        for (Forks.Measured each : measured) {
            add(peer.title, workload, OptionalDouble.of(each.rate()));
            if (peer == JavaPeer.STEPBACK) {
                bytes.computeIfAbsent(workload, key -> new Rates()).rounds().add(each.bytes());
            }
        }
    }

    void add(String contender, Workload workload, OptionalDouble rate) {
        rate.ifPresent(steps.computeIfAbsent(contender, key -> new HashMap<>())
                .computeIfAbsent(workload, key -> new Rates())
                .rounds()::add);
    }

    /// Nothing where it could not run here.
    Rates of(String contender, Workload workload) {
        return steps.getOrDefault(contender, Map.of()).getOrDefault(workload, new Rates());
    }

    /// The latest round of a workload, for who waits.
    String line(Workload workload) {
        return contenders().stream()
                .filter(contender -> !of(contender, workload).isEmpty())
                .map(contender -> String.format(
                        Locale.ROOT,
                        "%s %,.0f",
                        contender,
                        of(contender, workload).rounds().getLast()))
                .collect(Collectors.joining(", "));
    }
}
