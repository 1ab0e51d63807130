package org.stepback.grading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The points of a student's answers to one exercise, check by check.
///
/// @param cells each graded cell's outcome by the cell's id, in the order of the checks
public record Grade(Map<String, Graded> cells) {
    public Grade {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /// Returns the same grade in which these cells are not judged yet, and why.
    public Grade without(Map<String, String> unjudged) {
        Map<String, Graded> known = new LinkedHashMap<>(cells);
        unjudged.forEach((cell, why) ->
                known.computeIfPresent(cell, (_, graded) -> Graded.of(new Verdict.NotYet(why), graded.points())));
        return new Grade(known);
    }

    /// Returns the cells that are right.
    public Set<String> right() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getValue().verdict() instanceof Verdict.Correct)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public int earned() {
        return cells.values().stream().mapToInt(Graded::earned).sum();
    }

    public int total() {
        return cells.values().stream().mapToInt(Graded::points).sum();
    }
}
