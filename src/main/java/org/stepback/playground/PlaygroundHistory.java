package org.stepback.playground;

import java.util.BitSet;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.replay.Checkpoints;
import org.stepback.nn.replay.Replay;
import org.stepback.playground.setting.PlaygroundSettings;

/// A playground's training since its settings or a weight were last changed: it can be made again from there.
///
/// @param start where it began, and `startCut` the links that were cut then
/// @param now where it is, and `nowCut` the links that are cut
/// @param held the weights that are frozen, where they are held
public record PlaygroundHistory(
        Setup setup, Checkpoint start, BitSet startCut, Checkpoint now, BitSet nowCut, double[] held) {
    /// Its steps, to be walked through on a training of their own.
    public Replay replay() {
        long numbers = now.weights().length + now.optimizerState().length;
        return new Replay(new PastTraining(this), new Checkpoints(numbers), now);
    }

    /// Returns the note of the page next to the walk; empty where an update is all there is.
    public String note() {
        return setup.rules().isIdle()
                        && setup.state().get(PlaygroundSettings.FREEZE).isEmpty()
                ? ""
                : "In this playground weights are pulled towards 0, or held where they are. That comes after the update"
                        + " that is shown here.";
    }
}
