package org.stepback.number;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as people type them: one way to read them, and a sentence for each way to get them wrong.
///
/// A number is written with a decimal point and, if wanted, an exponent: `12`, `-0.5`, `.5`, `1e-3`.
public final class Numeral {
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,6})?");
    private static final Pattern WORD = Pattern.compile("[+-]?\\.?(nan|inf|infinity|∞)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 60;
    private static final int QUOTED = 24;

    private Numeral() {}

    /// Returns the number that the text stands for.
    ///
    /// @throws NumberFormatException if [#fault] has something to say
    public static double value(String text) {
        return parse(text)
                .orElseThrow(() -> new NumberFormatException(fault(text).orElseThrow()));
    }

    /// Returns the number that the text stands for; empty if [#fault] has something to say.
    public static OptionalDouble parse(String text) {
        String tidy = tidy(text);
        if (tidy.length() > LONGEST || !FORM.matcher(tidy).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(tidy);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// Explains why the text is not a finite number, in a sentence or two; empty if it is one.
    public static Optional<String> fault(String text) {
        if (parse(text).isPresent()) {
            return Optional.empty();
        }
        String tidy = tidy(text);
        if (tidy.isEmpty()) {
            return Optional.of("It is empty.");
        }
        if (tidy.length() <= LONGEST && FORM.matcher(tidy).matches()) {
            return Optional.of(quoted(text) + " is too large for a computer's number.");
        }
        return Optional.of(quoted(text) + fault(tidy, tidy.replace(',', '.')));
    }

    private static String fault(String tidy, String pointed) {
        if (WORD.matcher(tidy).matches()) {
            return " is not a finite number.";
        }
        if (tidy.indexOf(',') >= 0
                && pointed.length() <= LONGEST
                && FORM.matcher(pointed).matches()) {
            return " has a comma: write " + pointed + ".";
        }
        return " is not a number.";
    }

    /// Returns the text in quotes, cut where it is long, fit to stand in a sentence.
    public static String quoted(String text) {
        return '"' + shown(text) + '"';
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }

    /// Without the spaces around it, and with a plain minus for the typographic one.
    private static String tidy(String text) {
        return text.strip().replace('−', '-');
    }
}
