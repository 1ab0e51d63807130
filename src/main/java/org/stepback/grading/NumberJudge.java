package org.stepback.grading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.exercise.Check.KnownSlip;
import org.stepback.exercise.Check.NumberCheck;
import org.stepback.number.NumberParser;

/// Judges a number: `|answer − expected| ≤ max(absolute, relative · |expected|)`.
final class NumberJudge {
    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d+(\\.\\d+)?([eE][-+\u2212]?\\d+)?");

    /// Numbers that formulas and prose are full of, and that give nothing away.
    private static final double MOST_COMMON = 2;

    private final ExpectedNumbers quantities;
    private final NumberCheck check;
    private final double expected;

    NumberJudge(ExpectedNumbers quantities, NumberCheck check) {
        this.quantities = quantities;
        this.check = check;
        this.expected = quantities.value(check.expected());
    }

    Verdict judge(Optional<String> answer) {
        return switch (NumberParser.read(answer.orElse(""))) {
            case NumberParser.Reading.Blank blank -> new Verdict.Unanswered();
            case NumberParser.Reading.Unreadable text -> new Verdict.Malformed(text.message(), text.position());
            case NumberParser.Reading.Number number -> judge(number.value());
        };
    }

    private Verdict judge(double answer) {
        return near(answer, expected) ? new Verdict.Correct() : new Verdict.Wrong(hint(answer));
    }

    private String hint(double answer) {
        return check.slips().stream()
                .filter(slip -> near(answer, quantities.value(slip.value())))
                .map(KnownSlip::hint)
                .findFirst()
                .or(() -> Optional.of(check.hint()))
                .filter(hint -> !hint.isBlank() && !reveals(hint))
                .orElse(Grader.NOT_RIGHT);
    }

    /// Returns whether a hint contains a number that would be graded as right.
    boolean reveals(String hint) {
        Matcher numbers = NUMBER.matcher(hint);
        return numbers.results().anyMatch(number -> reveals(NumberParser.read(number.group())));
    }

    private boolean reveals(NumberParser.Reading reading) {
        return reading instanceof NumberParser.Reading.Number number
                && !common(number.value())
                && near(number.value(), expected);
    }

    private static boolean common(double value) {
        return value == Math.rint(value) && Math.abs(value) <= MOST_COMMON;
    }

    /// Returns whether a slip can't be told from the right answer, so that its hint would never be seen.
    boolean isRight(KnownSlip slip) {
        return near(quantities.value(slip.value()), expected);
    }

    private boolean near(double answer, double target) {
        return Math.abs(answer - target) <= Math.max(check.absolute(), check.relative() * Math.abs(target));
    }
}
