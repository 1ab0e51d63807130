package org.stepback.number;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a number as a student types it: `0.25`, `-3`, `.5`, `+1e-3`, with spaces around it or a typographic minus.
///
/// [Numeral] says which text is a number. This class adds the place at which a text stops being one, and tells what to
/// write where that can be guessed.
public final class NumberParser {
    private static final int LONGEST = 60;

    private static final char MINUS_SIGN = '\u2212';
    /// As much as there is of a number; its exponent is empty behind an `e` that stands alone.
    private static final Pattern BEGINNING =
            Pattern.compile("[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?(?<exponent>[0-9]*))?|\\.?)");

    public sealed interface Reading {
        record Number(double value) implements Reading {}

        record Blank() implements Reading {}

        record Unreadable(String message, int position) implements Reading {}
    }

    private final String text;
    private final int start;
    private final int end;

    private NumberParser(String text) {
        this.text = text;
        int last = text.length();
        while (last > 0 && space(text.charAt(last - 1))) {
            last--;
        }
        int first = 0;
        while (first < last && space(text.charAt(first))) {
            first++;
        }
        start = first;
        end = last;
    }

    public static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.Unreadable(
                    "This is too long for a number: " + LONGEST + " characters are enough.", LONGEST);
        }
        return new NumberParser(text.replace(MINUS_SIGN, '-')).read();
    }

    private Reading read() {
        if (start == end) {
            return new Reading.Blank();
        }
        OptionalDouble value = Numeral.parse(text.substring(start, end));
        return value.isPresent() ? new Reading.Number(value.getAsDouble()) : diagnose();
    }

    private Reading.Unreadable diagnose() {
        Matcher beginning = BEGINNING.matcher(text).region(start, end);
        beginning.lookingAt();
        int at = beginning.end();
        if (beginning.group("exponent") != null && beginning.group("exponent").isEmpty()) {
            return new Reading.Unreadable("A whole number is missing after the “e”, as in 1e-3.", at);
        }
        if (at == end && Character.isDigit(text.charAt(at - 1))) {
            return new Reading.Unreadable("This number is too large.", start);
        }
        return new Reading.Unreadable(advice(at), at);
    }

    private String advice(int at) {
        char stray = at < end ? text.charAt(at) : 0;
        if (space(stray)) {
            return "Write one number without spaces or a unit.";
        }
        return switch (stray) {
            case ',' -> comma();
            case '%' -> "Leave out the “%” and write a plain number: 0.5 is 50 %.";
            case '/' -> "Work out the fraction and write it as a decimal number, such as 0.25.";
            default -> "Write one number, such as 0.25 or 1e-3.";
        };
    }

    /// Puts one decimal comma right by sight; several commas, or a point as well, cannot be.
    private String comma() {
        String guess = text.substring(start, end).replace(',', '.');
        boolean single = text.indexOf(',') == text.lastIndexOf(',');
        return single && Numeral.parse(guess).isPresent()
                ? "Use a point, not a comma: write " + guess + "."
                : "Write the number without commas, with a point before its decimals.";
    }

    /// Spaces of any width, and those that don't break a line, as a page or a phone may paste them.
    private static boolean space(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
