package org.stepback.interop;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as a terminal shows them.
public final class Figures {
    private static final MathContext FOUR = new MathContext(4);

    private Figures() {}

    /// Four significant digits: `0.6931`, `12.35`, `1.235e-07`; `nan` and `inf` where it is not finite.
    public static String four(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        return size != 0 && (size < 1e-4 || size >= 1e6)
                ? String.format(Locale.ROOT, "%.3e", number)
                : new BigDecimal(number).round(FOUR).toPlainString();
    }

    /// A share as a percentage with one decimal, rounded down so that only all is 100.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000 + 1e-9) / 10);
    }
}
