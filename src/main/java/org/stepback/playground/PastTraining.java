package org.stepback.playground;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Trace;
import org.stepback.nn.Trainer;
import org.stepback.nn.replay.ReplayableTraining;
import org.stepback.playground.setting.PlaygroundSettings;

/// A playground's training made again, with the rules of its weights.
final class PastTraining implements ReplayableTraining {
    /// The count of steps that one may look beyond the present one.
    private static final long AHEAD = 100;

    private final Trainer trainer;
    private final WeightRules rules;
    private final Map<Long, BitSet> cuts = new HashMap<>();
    private final long last;

    PastTraining(PlaygroundHistory past) {
        trainer = past.setup().trainer();
        rules = past.setup().rules();
        rules.freeze(past.setup().state().get(PlaygroundSettings.FREEZE), past.held());
        last = past.now().step() + AHEAD;
        cuts.put(past.now().step(), past.nowCut());
        cuts.put(past.start().step(), past.startCut());
        restore(past.start());
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public long totalSteps() {
        return last;
    }

    @Override
    public void step() {
        rules.step(trainer);
    }

    @Override
    public Trace trace() {
        return rules.trace(trainer);
    }

    @Override
    public Checkpoint checkpoint() {
        cuts.put(trainer.steps(), rules.cut());
        return trainer.checkpoint();
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        trainer.restore(checkpoint);
        rules.cut(cuts.get(checkpoint.step()));
    }
}
