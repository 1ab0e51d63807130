package org.stepback.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stepback.playground.setting.PlaygroundSetting;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.training.RunPool;
import org.stepback.web.Visitor;

/// Several networks that differ in one setting, trained side by side for some epochs each.
///
/// It is in memory only, as a [PlaygroundRun] is. Any thread may read it.
public final class PlaygroundSweep {
    public static final int MOST = 8;
    public static final int MOST_EPOCHS = 2_000;
    private static final int MOMENTS = 100;

    private final List<Lane> lanes;
    private final int epochs;
    private final RunPool pool;
    private volatile List<Result> results;
    private volatile boolean closed;

    /// The losses after an epoch.
    public record Moment(long epoch, double training, double test) {}

    /// The progress of one of the networks.
    ///
    /// @param value the text of the setting that it has of its own
    /// @param over whether its epochs are done, or it stopped by itself
    public record Result(String value, List<Moment> moments, boolean over) {}

    /// One network with what it has done.
    private static final class Lane {
        private final String value;
        private final PlaygroundEngine engine;
        private final List<Moment> moments = new ArrayList<>();
        private long epoch;

        Lane(String value, PlaygroundState state) {
            this.value = value;
            engine = new PlaygroundEngine(state);
            note();
        }

        void note() {
            Snapshot now = engine.snapshot();
            moments.add(new Moment(epoch, now.training().loss(), now.test().loss()));
        }

        boolean isOver(int epochs) {
            return epoch >= epochs || engine.hasEnded();
        }

        Result result(int epochs) {
            return new Result(value, List.copyOf(moments), isOver(epochs));
        }
    }

    private PlaygroundSweep(List<Lane> lanes, int epochs, RunPool pool, Visitor owner) {
        this.lanes = lanes;
        this.epochs = epochs;
        this.pool = pool;
        results = now();
        pool.enlist(this::work, owner).wake();
    }

    /// Networks of a state with each of these values of a setting.
    ///
    /// @param values texts as a link has them, with spaces between
    /// @throws IllegalArgumentException with a sentence, where a value or a number is out of bounds
    static PlaygroundSweep of(
            PlaygroundState state, String key, String values, int epochs, RunPool pool, Visitor owner) {
        PlaygroundSetting<?> setting = PlaygroundSettings.named(key)
                .filter(known -> known.effect() != PlaygroundSetting.Effect.VIEW)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no setting “%s” to compare.".formatted(PlaygroundSetting.shortened(key))));
        List<String> texts = Stream.of(values.trim().split("\\s+"))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (texts.isEmpty() || texts.size() > MOST) {
            throw new IllegalArgumentException(
                    "Compare 1 to %d values, with spaces between them, not %d.".formatted(MOST, texts.size()));
        }
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException("Compare over 1 to 2,000 epochs, not %d.".formatted(epochs));
        }
        List<Lane> lanes = texts.stream()
                .map(text -> new Lane(text, state.withText(setting, text)))
                .toList();
        return new PlaygroundSweep(lanes, epochs, pool, owner);
    }

    /// The results so far; another list whenever there is something new.
    public List<Result> results() {
        return results;
    }

    private List<Result> now() {
        return lanes.stream().map(lane -> lane.result(epochs)).toList();
    }

    /// Ends the training: nobody looks at it any more.
    public void close() {
        closed = true;
    }

    private long work(long nanos) {
        long end = pool.now() + nanos;
        boolean more = true;
        while (more && pool.now() - end < 0) {
            more = false;
            for (Lane lane : lanes) {
                more |= !closed && advance(lane);
            }
        }
        results = now();
        return more ? 0 : RunPool.IDLE;
    }

    /// One mini-batch; false where there is none to do.
    private boolean advance(Lane lane) {
        if (lane.isOver(epochs)) {
            return false;
        }
        if (lane.engine.step()) {
            lane.epoch++;
            if (lane.epoch % Math.ceilDiv(epochs, MOMENTS) == 0 || lane.isOver(epochs)) {
                lane.note();
            }
        }
        return true;
    }
}
