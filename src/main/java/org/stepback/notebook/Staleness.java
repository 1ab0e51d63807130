package org.stepback.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Resolved;

/// Finds the cells that depend on one that has changed since a training ran with it.
///
/// A training's results belong to its cells as they were then. A cell between the changed one and that training, or
/// one that takes the training up, shows or means something else now: it is stale until the training has run again.
public final class Staleness {
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    public Staleness(Resolved resolved) {
        resolved.cells().forEach(cell -> cells.put(cell.id(), cell));
    }

    /// Returns by cell the reason why it is stale, as a sentence; the training's own reason stands at the training.
    ///
    /// @param changes by training that has run: the fields that have changed since, by cell
    public Map<String, String> reasons(Map<String, Map<String, List<String>>> changes) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        changes.forEach((training, changed) -> cells.keySet().forEach(cell -> {
            boolean between = !cell.equals(training) && reaches(training, cell) && !changed.isEmpty();
            changed.forEach((source, fields) -> {
                if (between && !cell.equals(source) && reaches(cell, source)) {
                    reasons.computeIfAbsent(cell, _ -> new ArrayList<>())
                            .add("“%s” has changed since “%s” ran: %s."
                                    .formatted(source, training, String.join(", ", fields)));
                }
            });
            if (!changed.isEmpty() && !cell.equals(training) && reaches(cell, training)) {
                reasons.computeIfAbsent(cell, _ -> new ArrayList<>())
                        .add("“%s” ran before %s changed.".formatted(training, String.join(", ", changed.keySet())));
            }
        }));
        return reasons.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, cell -> String.join(" ", cell.getValue())));
    }

    /// Returns whether a cell uses another one, itself or through those that it uses.
    private boolean reaches(String from, String to) {
        return reaches(from, to, new HashSet<>());
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        return cells.containsKey(from)
                && seen.add(from)
                && cells.get(from).uses().stream().anyMatch(used -> used.equals(to) || reaches(used, to, seen));
    }
}
