package org.stepback.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as the page's `significant` in `frontend/format.ts` writes them: four significant digits, all four written.
public final class Digits {
    private static final int DIGITS = 4;
    private static final MathContext FOUR = new MathContext(DIGITS, RoundingMode.HALF_UP);

    private Digits() {}

    /// Such as `0.2500`, `12.34`, `1,235,000` as `1.235e6`, `−1.235e−5`.
    public static String four(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "not a number" : number > 0 ? "infinity" : "−infinity";
        }
        if (number == 0) {
            return "0";
        }
        return plain(number).replace('-', '−');
    }

    private static String plain(double number) {
        double size = Math.abs(number);
        BigDecimal rounded = new BigDecimal(number).round(FOUR);
        if (size < 1e-4 || size >= 1e6) {
            int power = rounded.precision() - rounded.scale() - 1;
            return rounded.scaleByPowerOfTen(-power).setScale(DIGITS - 1, RoundingMode.UNNECESSARY) + "e" + power;
        }
        if (size >= 9999.5) {
            return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                    .format(new BigDecimal(number).setScale(0, RoundingMode.HALF_UP));
        }
        int whole = rounded.precision() - rounded.scale();
        return rounded.setScale(Math.max(0, DIGITS - whole), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
