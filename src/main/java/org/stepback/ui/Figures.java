package org.stepback.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as pages write them: four significant digits, a true minus sign, powers of ten where they are shorter.
public final class Figures {
    private static final MathContext FOUR = new MathContext(4);

    private Figures() {}

    /// `0.6931`, `12.35`, `1.235e−7`; not a number is a dash, infinity its sign.
    public static String four(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(number);
        boolean power = size != 0 && (size < 1e-4 || size >= 1e6);
        String text = power
                ? String.format(Locale.ROOT, "%.3e", number)
                        .replaceFirst("e([+-])0*(\\d)", "e$1$2")
                        .replace("e+", "e")
                : new BigDecimal(number).round(FOUR).toPlainString();
        return text.replace('-', '−');
    }
}
