package org.stepback.trace;

import java.util.List;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.replay.Replay;

/// A position in a training: a step, a stage of it, and the sample that one looks at; it goes forward and back.
///
/// It belongs to one thread at a time.
public final class Walk {
    /// Looks at all samples of the mini-batch.
    public static final int WHOLE = -1;

    private final Replay replay;
    private long step;
    private long last;
    private List<Stage> stages = List.of();
    private int stage;
    private int sample;
    private int row;
    private int column;

    public Walk(Replay replay) {
        this.replay = replay;
        this.step = replay.firstStep();
        this.last = replay.totalSteps();
        stages = Stage.of(trace().before().architecture());
    }

    public Replay replay() {
        return replay;
    }

    /// The step with all of its numbers; it may have to be made again first, see [Replay#distance].
    public Trace trace() {
        Trace trace = replay.trace(step);
        if (trace.step() < step) { // the training ended before
            last = trace.step();
            step = last;
        }
        sample = Math.min(sample, trace.width() - 1);
        return trace;
    }

    public Scene scene() {
        return Scene.of(trace(), stages.get(stage), sample, row, column);
    }

    public List<Stage> stages() {
        return stages;
    }

    /// Returns the place of the stage, 0 = the first.
    public int stage() {
        return stage;
    }

    /// 1 = the first.
    public long step() {
        return step;
    }

    /// The first step that there is.
    public long first() {
        return replay.firstStep();
    }

    /// The last step that there is.
    public long last() {
        return last;
    }

    /// 1 = the first.
    public long epoch() {
        return Math.ceilDiv(step, (long) replay.stepsPerEpoch());
    }

    /// The place in the mini-batch, or [#WHOLE].
    public int sample() {
        return sample;
    }

    /// One stage on; behind the last comes the first of the next step.
    public void forward() {
        if (stage < stages.size() - 1) {
            stage++;
        } else if (step < last) {
            step++;
            stage = 0;
        }
    }

    /// One stage back; before the first comes the last of the step before.
    public void back() {
        if (stage > 0) {
            stage--;
        } else if (step > first()) {
            step--;
            stage = stages.size() - 1;
        }
    }

    public void toStage(int index) {
        stage = Math.clamp(index, 0, stages.size() - 1);
    }

    public void toStep(long wanted) {
        step = Math.clamp(wanted, first(), last);
    }

    /// The first step of an epoch so many on, or back where it is negative.
    public void byEpochs(long epochs) {
        toStep((epoch() - 1 + epochs) * replay.stepsPerEpoch() + 1);
    }

    /// @param place in the mini-batch, or [#WHOLE]
    public void toSample(int place) {
        sample = Math.max(WHOLE, place); // as far as the mini-batch has so many
    }

    /// Goes to the step of this epoch that takes a sample of the table.
    ///
    /// @param index 0 = the first of the table
    /// @return whether there is one
    public boolean toSampleOfTable(int index) {
        long begin = (epoch() - 1) * replay.stepsPerEpoch() + 1;
        for (long each = Math.max(first(), begin); each < begin + replay.stepsPerEpoch() && each <= last; each++) {
            int[] samples = replay.samples(each);
            for (int place = 0; place < samples.length; place++) {
                if (samples[place] == index) {
                    step = each;
                    sample = place;
                    return true;
                }
            }
        }
        return false;
    }

    /// Stays with a number's unit, or with a weight's unit and input, from stage to stage.
    public void follow(Quantity quantity) {
        switch (Handle.of(quantity).orElse(quantity)) {
            case Quantity.X(int input, int _) -> column = input;
            case Quantity.Weight of -> {
                row = of.row();
                column = of.tensor() == Quantity.Tensor.KERNEL ? of.column() : column;
            }
            default -> row = Scene.indices(quantity)[0];
        }
    }
}
