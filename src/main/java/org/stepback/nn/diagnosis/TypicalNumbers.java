package org.stepback.nn.diagnosis;

import java.util.Arrays;

/// The typical numbers of a run: medians, means, the largest.
final class TypicalNumbers {
    private TypicalNumbers() {}

    /// Returns the median of the numbers from one place up to another, those aside that are NaN; NaN where there is
    /// none.
    static double median(double[] numbers, int from, int to) {
        double[] sorted = Arrays.stream(numbers, from, to)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    static double median(double[] numbers) {
        return median(numbers, 0, numbers.length);
    }

    /// Returns the median of the last tenth, three numbers at least.
    static double ending(double[] numbers) {
        return median(numbers, Math.max(0, numbers.length - Math.max(3, numbers.length / 10)), numbers.length);
    }

    /// Returns the mean of the numbers, those aside that are not finite; NaN where there is none.
    static double mean(double[] numbers) {
        return Arrays.stream(numbers).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /// Returns the place of the largest number, −1 where there is none.
    static int indexOfMax(double[] numbers) {
        int best = -1;
        for (int i = 0; i < numbers.length; i++) {
            best = !Double.isNaN(numbers[i]) && (best < 0 || numbers[i] > numbers[best]) ? i : best;
        }
        return best;
    }
}
