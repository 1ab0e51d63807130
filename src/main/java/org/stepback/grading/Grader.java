package org.stepback.grading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Cell.ChoiceQuestion;
import org.stepback.exercise.Check;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.read.CellReader;

/// Grades answers: a pure function of an exercise, its key and a student's edits.
///
/// It fails closed: what it does not understand, and what goes wrong while it judges, earns nothing.
public final class Grader {
    /// Said to a wrong answer that has no hint of its own.
    static final String NOT_RIGHT = "Not right yet.";

    private static final Logger LOG = LoggerFactory.getLogger(Grader.class);

    private Grader() {}

    /// Grades all checks, replaying trainings where a check asks for it: seconds of work at most, in this thread.
    public static Grade grade(Exercise exercise, AnswerKey key, Collection<Edit> edits) {
        Resolved notebook = CellReader.resolve(exercise, edits);
        Map<String, Graded> cells = new LinkedHashMap<>();
        for (Check check : key.checks()) {
            cells.put(check.cell(), Graded.of(judge(exercise, notebook, check), check.points()));
        }
        return new Grade(cells);
    }

    static Verdict judge(Exercise exercise, Resolved notebook, Check check) {
        try {
            return switch (check) {
                case Check.NumberCheck c -> number(exercise, c).judge(notebook.answer(c.cell()));
                case Check.ChoiceCheck c -> choice(exercise, c).judge(notebook.answer(c.cell()));
                case Check.TrainingCheck c -> TrainingJudge.judge(exercise, notebook, c);
            };
        } catch (CancellationException shuttingDown) {
            throw shuttingDown;
        } catch (RuntimeException e) {
            return notGraded(exercise, check, e);
        }
    }

    static NumberJudge number(Exercise exercise, Check.NumberCheck check) {
        return new NumberJudge(new ExpectedNumbers(exercise), check);
    }

    static ChoiceJudge choice(Exercise exercise, Check.ChoiceCheck check) {
        return exercise.cell(check.cell(), ChoiceQuestion.class)
                .map(question -> new ChoiceJudge(question, check))
                .orElseThrow(() -> new IllegalArgumentException("A choice check names no choice."));
    }

    /// Neither the exception's message nor the check is logged: either could hold an answer.
    private static Verdict notGraded(Exercise exercise, Check check, RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "{}, cell {}: could not be graded: {} at {}",
                exercise.slug(),
                check.cell(),
                e.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return new Verdict.NotGraded("This could not be graded. It is the lab's fault, not yours: tell your teacher.");
    }
}
