package org.stepback.number;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as files have them: one way to read them, and a sentence for each way to get them wrong.
///
/// A number is written with a decimal point and, if wanted, an exponent: `12`, `-0.5`, `.5`, `1e-3`. What a person
/// types goes through [NumberParser]. That also takes a decimal comma and a fraction, which can be something else in a
/// file.
public final class Numeral {
    /// What most numbers of a table look like.
    private static final Pattern USUAL = Pattern.compile("-?[0-9]{1,17}(?:\\.[0-9]{0,17})?");
    private static final Pattern WORD = Pattern.compile("[+-]?\\.?(nan|inf|infinity|∞)", Pattern.CASE_INSENSITIVE);
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
        if (USUAL.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        OptionalDouble value = NumberParser.parse(text);
        return value.isPresent() && isOfFiles(plain(text)) ? value : OptionalDouble.empty();
    }

    private static boolean isOfFiles(String plain) {
        return plain.indexOf(',') < 0 && plain.indexOf('/') < 0;
    }

    /// Explains why the text is not a finite number, in a sentence or two; empty if it is one.
    public static Optional<String> fault(String text) {
        if (parse(text).isPresent()) {
            return Optional.empty();
        }
        if (text.length() > NumberParser.LONGEST) {
            return Optional.of(quoted(text) + " is not a number.");
        }
        String plain = plain(text);
        return Optional.of(plain.isEmpty() ? "It is empty." : quoted(text) + fault(plain, plain.replace(',', '.')));
    }

    private static String fault(String plain, String pointed) {
        if (WORD.matcher(plain).matches()) {
            return " is not a finite number.";
        }
        if (NumberParser.isTooLarge(plain)) {
            return " is too large for a computer's number.";
        }
        if (plain.indexOf(',') >= 0 && parse(pointed).isPresent()) {
            return " has a comma: write " + pointed + ".";
        }
        return " is not a number.";
    }

    /// Returns the text in quotes, cut where it is long, fit to stand in a sentence.
    public static String quoted(String text) {
        return '"' + shown(text) + '"';
    }

    private static String shown(String text) {
        String line =
                text.replaceAll("[\u202A-\u202E\u2066-\u2069]", "").strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private static String plain(String text) {
        return PlainText.of(text, false).text();
    }
}
