package org.stepback.trace.ui;

import java.util.List;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.trace.Chain;
import org.stepback.trace.Scene;
import org.stepback.trace.Walk;
import org.stepback.ui.Message;

/// The place of a walk, with all that is shown there. A single number travels as text with all of its digits.
///
/// @param stage its place among the step's stages, from 0
/// @param sample the place in the mini-batch; −1 for all
/// @param width the samples of the mini-batch
/// @param rows of the table that the mini-batch has
/// @param focus the table, row and column of the number in focus; empty where it is in none
/// @param crumbs the way from a number to the one in focus; empty where there is none
record ViewMessage(
        long step,
        long first,
        long last,
        long epoch,
        int stage,
        int sample,
        int width,
        int[] rows,
        SceneMessage scene,
        ChainMessage chain,
        int[] focus,
        List<Link> crumbs,
        TrialsMessage trials)
        implements Message {
    /// @param at the number in focus
    static ViewMessage of(Walk walk, Scene scene, Quantity at, Windows windows, Trail trail, Trials trials) {
        Trace trace = walk.trace();
        return new ViewMessage(
                walk.step(),
                walk.first(),
                walk.last(),
                walk.epoch(),
                walk.stage(),
                walk.sample(),
                trace.samples().length,
                trace.samples(),
                SceneMessage.of(scene, scene.equation(trace), windows.corners()),
                ChainMessage.of(Chain.of(trace, at)),
                scene.place(at).orElse(new int[0]),
                trail.links(trace),
                trials.of(trace, at, Math.max(0, walk.sample())));
    }
}
