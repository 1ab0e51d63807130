package org.stepback.grading;

/// One check's outcome.
///
/// @param earned `points` for a correct answer, else 0
/// @param points what a correct answer earns
public record Graded(Verdict verdict, int earned, int points) {
    public Graded {
        boolean correct = verdict instanceof Verdict.Correct;
        if (points < 0 || earned != (correct ? points : 0)) {
            throw new IllegalArgumentException("A verdict earns all of its points or none.");
        }
    }

    static Graded of(Verdict verdict, int points) {
        return new Graded(verdict, verdict instanceof Verdict.Correct ? points : 0, points);
    }
}
