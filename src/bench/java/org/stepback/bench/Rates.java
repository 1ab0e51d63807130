package org.stepback.bench;

import java.util.ArrayList;
import java.util.List;

/// What the rounds measured of one contender on one workload, one number a round.
record Rates(List<Double> rounds) {
    Rates() {
        this(new ArrayList<>());
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// Half the distance from the slowest round to the fastest, in percent of the median.
    double spread() {
        double least = rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return 50 * (most - least) / median();
    }
}
