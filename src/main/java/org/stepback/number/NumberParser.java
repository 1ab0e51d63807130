package org.stepback.number;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a number as people type and paste it: `0.25`, `-3`, `.5`, `1e-3`, `0,75`, `3/2`, with any dash as its minus,
/// spaces around its sign, digits of any script, and invisible marks between ([PlainText]).
///
/// A text that can mean two numbers is never guessed at: [StrayText] says both.
public final class NumberParser {
    static final int LONGEST = 60;

    private static final Pattern FORM = Pattern.compile("[+-]? *(?<digits>\\d+[.,]?\\d*|[.,]\\d+)(?:e[+-]?\\d+)?");
    /// A comma before three digits can also be one between thousands.
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final Pattern PLAIN = Pattern.compile("\\s*[-+\u2212]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*");
    /// The longest text of a number that is shown with all its digits.
    private static final int SHORT = 10;

    public sealed interface Reading {
        record Number(double value) implements Reading {}

        record Blank() implements Reading {}

        record Unreadable(String message, int position) implements Reading {}
    }

    private NumberParser() {}

    public static Reading read(String typed) {
        if (typed.length() > LONGEST) {
            return StrayText.tooLong();
        }
        PlainText plain = PlainText.of(typed, false);
        if (plain.text().isEmpty()) {
            return new Reading.Blank();
        }
        OptionalDouble value = value(plain.text());
        if (value.isEmpty()) {
            return new StrayText(typed, plain).fault();
        }
        int softHyphen = typed.indexOf(PlainText.SOFT_HYPHEN);
        if (softHyphen >= 0 && value(PlainText.of(typed, true).text()).isPresent()) {
            return StrayText.invisible(typed, plain, softHyphen);
        }
        return new Reading.Number(value.getAsDouble());
    }

    /// Returns the number that the text stands for; empty if [#fault] has something to say.
    public static OptionalDouble parse(String typed) {
        return read(typed) instanceof Reading.Number number
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    /// Returns what to write instead of a text that is no number; empty where there is no more to say than that.
    public static Optional<String> advice(String typed) {
        return read(typed) instanceof Reading.Unreadable(String message, int _) && StrayText.isSpecific(message)
                ? Optional.of(message)
                : Optional.empty();
    }

    /// Explains why the text is not a finite number, in a sentence or two that quote it; empty if it is one.
    public static Optional<String> fault(String typed) {
        if (parse(typed).isPresent()) {
            return Optional.empty();
        }
        return advice(typed)
                .map(message -> Numeral.quoted(typed) + " cannot be read. " + message)
                .or(() -> Numeral.fault(typed));
    }

    /// Returns what was read, for a place beside what was typed: `= 0.75`, `≈ 0.3333`. Empty where a text is no number,
    /// or shows by itself which one.
    public static String reading(String typed) {
        if (PLAIN.matcher(typed).matches()) {
            return "";
        }
        OptionalDouble value = parse(typed);
        if (value.isEmpty()) {
            return "";
        }
        String exact = NumberText.exact(value.getAsDouble());
        return exact.length() <= SHORT ? "= " + exact : "≈ " + NumberText.brief(value.getAsDouble());
    }

    /// Returns the number in plain characters, or the quotient of two; empty where it is none, too large, or unclear.
    static OptionalDouble value(String plain) {
        int slash = plain.indexOf('/');
        if (slash < 0) {
            return single(plain);
        }
        OptionalDouble over = single(plain.substring(0, slash).strip());
        OptionalDouble under = single(plain.substring(slash + 1).strip());
        return over.isPresent() && under.isPresent()
                ? finite(over.getAsDouble() / under.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble single(String plain) {
        Matcher form = FORM.matcher(plain);
        if (!form.matches() || THOUSANDS.matcher(form.group("digits")).matches()) {
            return OptionalDouble.empty();
        }
        return finite(Double.parseDouble(plain.replace(" ", "").replace(',', '.')));
    }

    /// Returns whether the plain characters are those of a number, but of an infinite one.
    static boolean isTooLarge(String plain) {
        return FORM.matcher(plain).matches()
                && plain.indexOf(',') < 0
                && single(plain).isEmpty();
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
