package org.stepback.notebook.ui;

import java.math.BigDecimal;

/// Numbers as a page writes them.
final class NumberText {
    private NumberText() {}

    /// All of a number's digits, without an exponent, with a true minus sign.
    static String plain(double number) {
        String text = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return text.replace('-', '−');
    }
}
