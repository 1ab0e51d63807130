package org.stepback.training;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.Evaluation;
import org.stepback.number.NumberText;

/// One run after another of the same training, each with another value of one setting.
///
/// A sweep has one place in the pool, so that it takes no more of the server than a single run does.
public final class Sweep {
    /// The most values of one sweep.
    public static final int MOST_VALUES = 16;

    private final SweptSetting setting;
    private final List<Double> values;
    private final DoubleFunction<RunSetup> setups;
    private final Consumer<KeptRun> keep;
    private final RunPool pool;
    private final List<Result> results = new ArrayList<>();
    private @Nullable RunEngine engine;
    private volatile long bytes;
    private volatile boolean cancelled;
    private volatile long version;

    /// The end of one run.
    ///
    /// @param sentence why there is no loss, empty where there is one
    public record Result(double value, Evaluation training, Evaluation validation, String sentence) {}

    /// @param setups what is trained at a value; it may refuse one with a sentence
    /// @param keep takes each run that ends
    /// @param bytes of memory that its first run takes
    Sweep(
            SweptSetting setting,
            List<Double> values,
            DoubleFunction<RunSetup> setups,
            Consumer<KeptRun> keep,
            long bytes,
            RunPool pool) {
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new RefusedException("A sweep takes 1 to " + MOST_VALUES + " values, not " + values.size() + ".");
        }
        this.setting = setting;
        this.values = List.copyOf(values);
        this.setups = setups;
        this.keep = keep;
        this.bytes = bytes;
        this.pool = pool;
    }

    public SweptSetting setting() {
        return setting;
    }

    public List<Double> values() {
        return values;
    }

    /// Changes whenever another run has ended.
    public long version() {
        return version;
    }

    public synchronized List<Result> results() {
        return List.copyOf(results);
    }

    public boolean isOver() {
        return cancelled || results().size() == values.size();
    }

    /// Returns the bytes of memory that it takes now.
    long bytes() {
        return isOver() ? 0 : bytes;
    }

    /// Ends it with the slice under way; the results so far stay.
    public void cancel() {
        cancelled = true;
        version++;
    }

    /// The part of it that a slice of the pool has time for, as [RunPool.Job#work].
    long work(long nanos) {
        long begin = pool.now();
        while (!isOver() && pool.now() - begin < nanos) {
            advance(values.get(results().size()));
        }
        return isOver() ? RunPool.IDLE : 0;
    }

    private void advance(double value) {
        try {
            if (engine == null) {
                engine = new RunEngine(setups.apply(value));
                bytes = engine.setup().estimate().bytes();
            } else if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else if (!engine.isDone() && engine.nonFinite().isEmpty()) {
                engine.step();
            } else {
                end(value, engine);
            }
        } catch (RefusedException | IllegalArgumentException e) { // this value alone cannot be trained with
            add(new Result(value, Evaluation.NONE, Evaluation.NONE, String.valueOf(e.getMessage())));
        }
    }

    private void end(double value, RunEngine ended) {
        RunRecord.Latest latest = ended.record().latest();
        boolean finite = ended.nonFinite().isEmpty();
        keep.accept(new KeptRun(
                UUID.randomUUID(),
                0,
                setting.word() + " " + NumberText.plain(value),
                ended.setup().lineage(),
                finite ? RunState.DONE : RunState.STOPPED,
                latest.step(),
                latest.training(),
                latest.validation(),
                ended.record().curve().thinned()));
        add(
                finite
                        ? new Result(value, latest.training(), latest.validation(), "")
                        : new Result(
                                value,
                                Evaluation.NONE,
                                Evaluation.NONE,
                                ended.nonFinite().get().sentence()));
    }

    private synchronized void add(Result result) {
        results.add(result);
        engine = null;
        version++;
    }
}
