package org.stepback.training;

import java.util.UUID;
import org.stepback.nn.Evaluation;
import org.stepback.training.series.LossCurve;

/// A run in the history of its cell, where it stays after another has taken its place.
///
/// @param number counts the runs of a cell, from 1
/// @param name as its owner calls it, or a sweep; empty for none
/// @param setup [RunSetup#lineage]
/// @param training the evaluation on the training samples at the end of the last whole epoch
/// @param validation the same on those held out; NaN where none are
public record KeptRun(
        UUID id,
        int number,
        String name,
        String setup,
        RunState state,
        long step,
        Evaluation training,
        Evaluation validation,
        LossCurve curve) {
    /// The most characters of a name.
    public static final int MAX_NAME = 80;

    /// Returns its name on a page.
    public String title() {
        return name.isEmpty() ? "Run " + number : name;
    }

    static KeptRun of(Run run) {
        RunStatus status = run.status();
        return new KeptRun(
                run.id(),
                0,
                "",
                run.setup().lineage(),
                status.state(),
                status.step(),
                status.training(),
                status.validation(),
                run.curve().thinned());
    }
}
