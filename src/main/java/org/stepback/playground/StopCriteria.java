package org.stepback.playground;

import org.stepback.number.NumberText;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;

/// Looks at the end of each epoch whether one of the conditions holds under which the training is to stop.
///
/// Each of them stops it once, so that a person may go on.
final class StopCriteria {
    private final int epochs;
    private final double goal;
    private final int patience;
    private double best = Double.POSITIVE_INFINITY;
    private long bestEpoch;
    private boolean reached;

    StopCriteria(PlaygroundState state) {
        epochs = state.get(PlaygroundSettings.EPOCHS);
        goal = state.get(PlaygroundSettings.GOAL);
        patience = state.get(PlaygroundSettings.PATIENCE);
    }

    boolean isSet() {
        return epochs > 0 || goal > 0 || patience > 0;
    }

    /// Returns why the training stops after this epoch, as a sentence; empty if it goes on.
    String after(long epoch, double testLoss) {
        if (testLoss < best || bestEpoch == 0) {
            best = testLoss;
            bestEpoch = epoch;
        }
        boolean below = testLoss < goal;
        boolean news = below && !reached;
        reached = below;
        if (epoch == epochs) {
            return "Stopped after " + NumberText.grouped(epoch) + " epochs, as it was set.";
        }
        if (news) {
            return "Stopped at epoch %s: the test loss is below %s."
                    .formatted(NumberText.grouped(epoch), NumberText.plain(goal));
        }
        if (patience > 0 && epoch - bestEpoch >= patience) {
            long since = epoch - bestEpoch;
            bestEpoch = epoch; // so that going on means as much patience again
            return "Stopped at epoch %s: the test loss has not become better for %s epochs."
                    .formatted(NumberText.grouped(epoch), NumberText.grouped(since));
        }
        return "";
    }
}
