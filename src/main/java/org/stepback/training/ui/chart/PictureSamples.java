package org.stepback.training.ui.chart;

import org.jspecify.annotations.Nullable;
import org.stepback.data.Dataset;
import org.stepback.number.NumberText;
import org.stepback.training.Run;

/// The samples that a picture of a run's output is made of: those held out, or the training samples where none are.
///
/// There are at most as many as can be predicted at once, and the picture is due once a second while the run trains.
final class PictureSamples {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private @Nullable Run drawn;
    private long drawnVersion;
    private long drawnAt;
    private boolean validation;
    private int used;
    private int all;

    /// Returns whether the run has changed and the last picture of it is old enough; then it counts as drawn.
    boolean isDue(Run run) {
        long now = System.nanoTime();
        boolean trains = run.status().state().isActive();
        if (run == drawn && (run.version() == drawnVersion || trains && now - drawnAt < PAUSE_NANOS)) {
            return false;
        }
        drawn = run;
        drawnVersion = run.version();
        drawnAt = now;
        return true;
    }

    void forget() {
        drawn = null;
    }

    Dataset of(Run run) {
        Dataset held = run.setup().validation();
        validation = held.samples() > 0;
        Dataset table = validation ? held : run.setup().train();
        all = table.samples();
        used = Math.min(all, run.maxGrid());
        return used == all ? table : table.first(used);
    }

    /// Says in a sentence which samples they are.
    String remark() {
        String which = validation
                ? "validation samples, which the network never trained on."
                : "training samples: none are held out for validation, so this says little about new data.";
        String part = used == all ? "Of all " : "Of the first " + NumberText.grouped(used) + " of ";
        return part + NumberText.grouped(all) + " " + which;
    }
}
