package org.stepback.grading;

import java.util.Locale;
import java.util.Optional;
import org.stepback.exercise.Cell.ChoiceQuestion;
import org.stepback.exercise.Check.ChoiceCheck;
import org.stepback.exercise.Option;

/// Judges a choice by the key of the option that was picked.
final class ChoiceJudge {
    /// An option's text of fewer letters may stand in a hint by chance.
    private static final int TELLING = 4;

    private final ChoiceQuestion question;
    private final ChoiceCheck check;

    ChoiceJudge(ChoiceQuestion question, ChoiceCheck check) {
        this.question = question;
        this.check = check;
        if (question.options().stream().noneMatch(option -> option.key().equals(check.correct()))) {
            throw new IllegalArgumentException("The right option of a choice is none of its options.");
        }
    }

    Verdict judge(Optional<String> answer) {
        String key = answer.orElse("").strip();
        if (key.isEmpty()) {
            return new Verdict.Unanswered();
        }
        if (question.options().stream().noneMatch(option -> option.key().equals(key))) {
            return new Verdict.Malformed("This is none of the options: pick one of those that are listed.", 0);
        }
        return key.equals(check.correct()) ? new Verdict.Correct() : new Verdict.Wrong(hint(key));
    }

    private String hint(String key) {
        return Optional.ofNullable(check.hints().get(key))
                .filter(hint -> !hint.isBlank() && !reveals(hint))
                .orElse(Grader.NOT_RIGHT);
    }

    /// Returns whether a hint contains the right option's text.
    boolean reveals(String hint) {
        return question.options().stream()
                .filter(option -> option.key().equals(check.correct()))
                .map(Option::text)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.length() >= TELLING
                        && hint.toLowerCase(Locale.ROOT).contains(text));
    }
}
