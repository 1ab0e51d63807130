package org.stepback.nn.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Typical values of the numbers of a run, and their form in a sentence.
final class TypicalNumbers {
    private static final double SMALLEST_PLAIN = 1e-6;

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

    /// At most four significant digits, two of what is small: `0.25`, `12.35`, `0.00029`, `1.2e−7`.
    static String shown(double number) {
        double size = Math.abs(number);
        if (!Double.isFinite(number) || size != 0 && (size < SMALLEST_PLAIN || size >= 1e6)) {
            String power = String.format(Locale.ROOT, "%.1e", number);
            return power.replaceFirst("e([+-])0*(\\d)", "e$1$2")
                    .replace("e+", "e")
                    .replace('-', '−');
        }
        if (size != 0 && size < 1e-3) {
            return new BigDecimal(number).round(new MathContext(2)).toPlainString();
        }
        String digits = String.format(Locale.ROOT, "%.4g", number);
        return digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
    }

    static <T> List<T> list(Optional<T> found) {
        return found.stream().toList();
    }
}
