package org.stepback.nn.replay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Trace;

/// The past of a training, step by step in both directions: each step is made again from the nearest checkpoint before
/// it, and gives the same bits.
///
/// It has a training of its own, so that nothing that it does reaches the one that others watch. It belongs to one
/// thread at a time.
public final class Replay {
    private static final int NEAR = 16;

    private final ReplayableTraining training;
    private final Checkpoint start;
    private final Checkpoints far;
    private final Map<Long, Checkpoint> near = lastOf(NEAR);
    private final Map<Long, Trace> traces = lastOf(2);
    private long wanted;

    /// @param training at its start
    /// @param far where it keeps checkpoints
    public Replay(ReplayableTraining training, Checkpoints far) {
        this.training = training;
        this.start = training.checkpoint();
        this.far = far;
    }

    /// @param training at its start
    /// @param far where the training that others watch keeps checkpoints
    /// @param latest of that training
    public Replay(ReplayableTraining training, Checkpoints far, Checkpoint latest) {
        this(training, far);
        near.put(latest.step(), latest);
    }

    private static <V> Map<Long, V> lastOf(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
                return size() > most;
            }
        };
    }

    /// The first step that can be traced.
    public long firstStep() {
        return start.step() + 1;
    }

    public int stepsPerEpoch() {
        return training.stepsPerEpoch();
    }

    public long totalSteps() {
        return training.totalSteps();
    }

    /// The samples of a step.
    public int[] samples(long step) {
        return training.samples(step);
    }

    /// Returns the count of steps to make again before a step can be traced.
    public long distance(long step) {
        return traces.containsKey(step)
                ? 0
                : step - 1 - nearest(step - 1).map(Checkpoint::step).orElseGet(training::steps);
    }

    /// The nearest checkpoint at or before so many steps; empty where the training itself is nearest.
    private Optional<Checkpoint> nearest(long steps) {
        Checkpoint best = Stream.concat(
                        far.before(steps).stream(), near.values().stream().filter(each -> each.step() <= steps))
                .max(Comparator.comparingLong(Checkpoint::step))
                .orElse(start);
        boolean isNearer = training.goesOn() && training.steps() <= steps && training.steps() >= best.step();
        return isNearer ? Optional.empty() : Optional.of(best);
    }

    /// Goes on towards a step, so many steps at most.
    ///
    /// @return whether [#trace] gives it without any further steps
    public boolean approach(long step, long most) {
        if (traces.containsKey(step)) {
            return true;
        }
        if (wanted != step) {
            wanted = step;
            nearest(step - 1).ifPresent(training::restore);
        }
        for (long i = 0; i < most && training.steps() < step - 1 && training.goesOn(); i++) {
            advance(step);
        }
        return training.steps() >= step - 1 || !training.goesOn();
    }

    private void advance(long step) {
        training.step();
        if (far.wants(training.steps())) {
            far.add(training.checkpoint());
        }
        if (step - training.steps() <= NEAR) {
            near.put(training.steps(), training.checkpoint());
        }
    }

    /// A step with all of its numbers. Where the training ends before it, the last one that it makes.
    ///
    /// @param step 1 = the first
    public Trace trace(long step) {
        @Nullable Trace known = traces.get(step);
        if (known != null) {
            return known;
        }
        approach(step, Long.MAX_VALUE);
        wanted = 0;
        if (!training.goesOn()) {
            Trace last = trace(Math.min(step - 1, training.lastStep()));
            traces.put(step, last);
            return last;
        }
        near.put(training.steps(), training.checkpoint());
        Trace made = training.trace();
        traces.put(step, made);
        return made;
    }
}
