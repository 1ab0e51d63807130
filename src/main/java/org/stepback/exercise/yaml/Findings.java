package org.stepback.exercise.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stepback.exercise.Problem;

/// Everything wrong with one text, as it is read; beyond [#MAX] findings the rest is only counted.
public final class Findings {
    public static final int MAX = 100;

    private final List<Finding> all = new ArrayList<>();
    private int count;

    public void add(Finding finding) {
        count++;
        if (all.size() < MAX) {
            all.add(finding);
        }
    }

    public void add(SourcePosition place, String path, String message) {
        add(new Finding(place, path, message));
    }

    public void add(SourcePosition place, String message) {
        add(place, "", message);
    }

    /// Counts the findings.
    public int count() {
        return count;
    }

    /// Returns what is read; empty where the reading finds something wrong.
    public <T> Optional<T> sound(Supplier<T> read) {
        int before = count;
        T value = read.get();
        return count == before ? Optional.of(value) : Optional.empty();
    }

    public boolean none() {
        return count == 0;
    }

    public List<Finding> all() {
        return all;
    }

    /// Returns the findings as problems of a file, in the order of its lines.
    public List<Problem> problems(String file) {
        return all.stream()
                .map(finding -> new Problem(
                        file, finding.place().line(), finding.place().column(), finding.message()))
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
