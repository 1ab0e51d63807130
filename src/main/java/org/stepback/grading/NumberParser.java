package org.stepback.grading;

import org.stepback.data.Numeral;

/// Reads a number as a student types it: `0.25`, `-3`, `.5`, `+1e-3`, with spaces around it or a typographic minus.
///
/// What a number is, [Numeral] says, here as everywhere. This class adds what an answer needs: the place at which a
/// text stops being one and, where it can be guessed, what to write. Nothing is read as something else than it looks
/// like.
final class NumberParser {
    static final int LONGEST = 60;

    private static final char MINUS_SIGN = '\u2212';
    private static final String EXPECTED = "Write one number, such as 0.25 or 1e-3.";

    /// What became of a text.
    sealed interface Reading {
        record Number(double value) implements Reading {}

        record Blank() implements Reading {}

        record Unreadable(String message, int position) implements Reading {}
    }

    private final String text;
    private final int end;
    private int at;

    private NumberParser(String text) {
        this.text = text;
        this.end = trimmedEnd(text);
    }

    static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.Unreadable(
                    "This is too long for a number: " + LONGEST + " characters are enough.", LONGEST);
        }
        return new NumberParser(text.replace(MINUS_SIGN, '-')).read();
    }

    private Reading read() {
        while (at < end && space(text.charAt(at))) {
            at++;
        }
        if (at == end) {
            return new Reading.Blank();
        }
        String number = text.substring(at, end);
        return Numeral.fault(number).isEmpty() ? new Reading.Number(Numeral.value(number)) : diagnose();
    }

    private Reading.Unreadable diagnose() {
        int start = at;
        sign();
        int written = digits();
        if (have('.')) {
            at++;
            written += digits();
        }
        if (written > 0 && (have('e') || have('E'))) {
            at++;
            sign();
            if (digits() == 0) {
                return new Reading.Unreadable("A whole number is missing after the “e”, as in 1e-3.", at);
            }
        }
        return at < end || written == 0 ? unreadable() : new Reading.Unreadable("This number is too large.", start);
    }

    private Reading.Unreadable unreadable() {
        if (have(',')) {
            return comma();
        }
        if (at < end && space(text.charAt(at))) {
            return new Reading.Unreadable("Write one number without spaces or a unit.", at);
        }
        if (have('%')) {
            return new Reading.Unreadable("Leave out the “%” and write a plain number: 0.5 is 50 %.", at);
        }
        if (have('/')) {
            return new Reading.Unreadable("Work out the fraction and write it as a decimal number, such as 0.25.", at);
        }
        return new Reading.Unreadable(EXPECTED, at);
    }

    /// A decimal comma can be put right by sight; a text with several commas or a point besides can't.
    private Reading.Unreadable comma() {
        String guess = text.substring(0, end).strip().replace(',', '.');
        boolean single = text.indexOf(',') == text.lastIndexOf(',');
        if (single && read(guess) instanceof Reading.Number) {
            return new Reading.Unreadable("Use a point, not a comma: write " + guess + ".", at);
        }
        return new Reading.Unreadable("Write the number without commas, with a point before its decimals.", at);
    }

    private void sign() {
        if (have('-') || have('+')) {
            at++;
        }
    }

    private int digits() {
        int from = at;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static int trimmedEnd(String text) {
        int end = text.length();
        while (end > 0 && space(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Spaces of any width, and those that don't break a line, as a page or a phone may paste them.
    private static boolean space(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private boolean have(char expected) {
        return at < end && text.charAt(at) == expected;
    }
}
