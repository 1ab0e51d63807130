package org.stepback.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Check;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Solution;
import org.stepback.exercise.read.CellReader;

/// Proves an exercise's grading: the solution earns everything, an untouched draft nothing, each slip what it says, and
/// garbage is malformed; and no hint gives an answer away.
///
/// Its findings are for the author alone: they may speak of answers.
public final class SelfTest {
    private static final List<String> NO_NUMBERS =
            List.of("1,234", "1e", "1e999", "NaN", "Infinity", "one", "1 2", "1/0", "5%", "<b>1</b>", "\u0000");
    private static final String NO_OPTION = "no such option";

    private final Exercise exercise;
    private final AnswerKey key;
    private final List<String> findings = new ArrayList<>();

    private SelfTest(Exercise exercise, AnswerKey key) {
        this.exercise = exercise;
        this.key = key;
    }

    /// Finds the faults of an exercise's grading, a sentence each. Replays every training.
    public static List<String> findings(Exercise exercise, AnswerKey key) {
        var test = new SelfTest(exercise, key);
        test.solution();
        test.untouched();
        key.solution().slips().forEach(test::slip);
        key.checks().stream().filter(test::hints).forEach(test::garbage);
        return List.copyOf(test.findings);
    }

    private void solution() {
        Grade grade = Grader.grade(exercise, key, key.solution().edits());
        grade.cells().forEach((cell, graded) -> {
            if (!(graded.verdict() instanceof Verdict.Correct)) {
                findings.add("The solution is not right for “" + cell + "”: " + said(graded.verdict()));
            }
        });
    }

    private void untouched() {
        Grader.grade(exercise, key, List.of()).cells().forEach((cell, graded) -> {
            if (graded.verdict() instanceof Verdict.Correct) {
                findings.add("An untouched draft is right for “" + cell + "” already.");
            }
        });
    }

    private void slip(Solution.Slip slip) {
        Grade grade = Grader.grade(exercise, key, slip.edits());
        if (grade.earned() != slip.points()) {
            findings.add("The slip “" + slip.name() + "” earns " + grade.earned() + " points; solution.yaml says "
                    + slip.points() + ".");
        }
    }

    private void garbage(Check check) {
        garbageFor(check)
                .filter(edit -> !(verdict(check, edit) instanceof Verdict.Malformed))
                .findFirst()
                .ifPresent(edit -> findings.add("“" + check.cell() + "” takes " + edit.json() + " for an answer: "
                        + said(verdict(check, edit))));
    }

    private Verdict verdict(Check check, Edit edit) {
        return Grader.judge(exercise, CellReader.resolve(exercise, List.of(edit)), check);
    }

    private Stream<Edit> garbageFor(Check check) {
        return switch (check) {
            case Check.NumberCheck c -> NO_NUMBERS.stream().map(text -> answer(c.cell(), text));
            case Check.ChoiceCheck c -> Stream.of(answer(c.cell(), NO_OPTION));
            case Check.TrainingCheck c ->
                exercise.cell(c.cell(), Cell.Train.class).stream()
                        .flatMap(train -> train.access().editable().stream().sorted())
                        .map(field -> new Edit(c.cell(), field, "\"?!\""));
        };
    }

    private static Edit answer(String cell, String text) {
        return new Edit(cell, Edit.ANSWER, '"' + text.replace("\u0000", "\\u0000") + '"');
    }

    /// @return whether the check can be graded at all
    private boolean hints(Check check) {
        try {
            switch (check) {
                case Check.NumberCheck c -> hints(c);
                case Check.ChoiceCheck c ->
                    c.hints().values().stream()
                            .filter(Grader.choice(exercise, c)::reveals)
                            .forEach(hint -> revealed(c, hint));
                case Check.TrainingCheck c -> {}
            }
            return true;
        } catch (RuntimeException e) {
            findings.add("“" + check.cell() + "” can't be graded: " + e.getMessage());
            return false;
        }
    }

    private void hints(Check.NumberCheck check) {
        NumberJudge judge = Grader.number(exercise, check);
        Stream.concat(Stream.of(check.hint()), check.slips().stream().map(Check.KnownSlip::hint))
                .filter(judge::reveals)
                .forEach(hint -> revealed(check, hint));
        check.slips().stream()
                .filter(judge::isRight)
                .forEach(slip -> findings.add("A slip of “" + check.cell()
                        + "” is as good as the right answer, so that its hint is never seen: " + slip.hint()));
    }

    private void revealed(Check check, String hint) {
        findings.add("A hint of “" + check.cell() + "” gives the answer away, so that students won't see it: " + hint);
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Correct correct -> "it is graded as right.";
            case Verdict.Wrong wrong -> wrong.hint();
            case Verdict.Malformed malformed -> malformed.message();
            case Verdict.Unanswered unanswered -> "it is not answered.";
            case Verdict.NotYet notYet -> notYet.message();
            case Verdict.NotGraded notGraded -> notGraded.message();
        };
    }
}
