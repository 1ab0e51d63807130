package org.stepback.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything wrong with one text, as it is read; beyond [#MAX] findings the rest is only counted.
final class Findings {
    static final int MAX = 100;

    private final List<Finding> all = new ArrayList<>();
    private int count;

    void add(Place place, String path, String message) {
        count++;
        if (all.size() < MAX) {
            all.add(new Finding(place, path, message));
        }
    }

    void add(Place place, String message) {
        add(place, "", message);
    }

    /// How many there were; unchanged while what is read is sound.
    int count() {
        return count;
    }

    boolean none() {
        return count == 0;
    }

    List<Finding> all() {
        return all;
    }

    /// The findings as problems of a file, in the order of its lines.
    List<Problem> problems(String file) {
        return all.stream()
                .map(finding -> new Problem(
                        file, finding.place().line(), finding.place().column(), finding.message()))
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
