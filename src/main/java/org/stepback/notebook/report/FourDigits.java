package org.stepback.notebook.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers with four significant digits.
final class FourDigits {
    private static final MathContext FOUR = new MathContext(4);

    private FourDigits() {}

    /// `0.6931`, `12.35`, `400`, `1.235e-07`; not a number is a dash.
    static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "–" : number > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(number);
        return size != 0 && (size < 1e-4 || size >= 1e7)
                ? String.format(Locale.ROOT, "%.3e", number)
                : new BigDecimal(number).round(FOUR).stripTrailingZeros().toPlainString();
    }
}
