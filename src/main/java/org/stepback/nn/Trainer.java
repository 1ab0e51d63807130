package org.stepback.nn;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// One run: forward, loss, backward, update, again and again on mini-batches.
///
/// What it computes is a pure function of table, network, settings and step count: the same inputs give the same
/// bits on every machine. A step allocates nothing after the first. A trainer belongs to one thread at a time.
public final class Trainer {
    private final Network network;
    private final Objective objective;
    private final Accuracy accuracy;
    private final Sampler sampler;
    private final Batch full;
    private final Batch last;
    private final Updater updater;
    private final StepReport report;
    private long steps;
    private @Nullable NonFinite nonFinite;

    /// A run at its start, on a copy of the network. The table is read at every step: leave it as it is.
    ///
    /// @param x inputs × samples
    /// @param y outputs × samples
    /// @throws IllegalArgumentException with a sentence, when settings, table, network and loss do not fit together
    public Trainer(Network network, TrainerSettings settings, DMatrixRMaj x, DMatrixRMaj y) {
        Architecture architecture = network.architecture();
        TrainerCheck.problem(architecture, settings, x, y).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        this.network = network.copy();
        this.objective = new Objective(settings.loss(), architecture.output().activation());
        this.accuracy = Accuracy.rule(objective, y);
        this.sampler = new Sampler(x, y, settings);
        Backward backward = Backward.buffers(architecture, settings.batchSize());
        this.full = Batch.buffers(architecture, settings.batchSize(), backward);
        this.last = sampler.lastWidth() == settings.batchSize()
                ? full
                : Batch.buffers(
                        architecture, sampler.lastWidth(), backward.withWidth(architecture, sampler.lastWidth()));
        this.updater = new Updater(this.network, backward, settings.optimizer());
        this.report = new StepReport(network.layers());
    }

    /// One mini-batch: forward, loss, backward, update.
    ///
    /// When a number stops being finite, [#nonFinite()] says which, and the run ends. Where the pass shows it, the
    /// weights are not updated and the step does not count: they stay the last finite ones.
    ///
    /// @return the report of the step, reused by the next one
    /// @throws IllegalStateException when the run has ended with a number that is not finite
    public StepReport step() {
        if (nonFinite != null) {
            throw new IllegalStateException(nonFinite.sentence());
        }
        Batch batch = sampler.endsEpoch(steps) ? last : full;
        sampler.load(steps, batch);
        DMatrixRMaj x = batch.x();
        DMatrixRMaj y = batch.y();
        Forward forward = batch.forward();
        Backward backward = batch.backward();

        // forward: A = f(W A_prev + b), layer after layer; then the error
        forward.run(network, x);
        double loss = objective.value(forward.z().getLast(), forward.output(), y);
        // backward: ∂L/∂W and ∂L/∂b, from the last layer to the first
        backward.run(network, objective, forward, x, y);

        long step = steps + 1;
        report.begin(step, epochOf(step), x.numCols, loss, accuracy.of(forward.output(), y));
        report.gradients(backward);
        nonFinite = NonFinite.in(step, forward, loss, backward);
        if (nonFinite == null) {
            // w ← w − η ∂L/∂w
            updater.update(step, report);
            steps = step;
            nonFinite = NonFinite.in(step, network);
        }
        return report;
    }

    /// How many steps are done.
    public long steps() {
        return steps;
    }

    public int stepsPerEpoch() {
        return sampler.stepsPerEpoch();
    }

    /// The epoch of the last step, 1 = the first; 0 before the first step.
    public int epoch() {
        return epochOf(steps);
    }

    private int epochOf(long step) {
        return Math.toIntExact(Math.ceilDiv(step, (long) stepsPerEpoch()));
    }

    /// A copy of the network as it is now.
    public Network network() {
        return network.copy();
    }

    /// All that is needed to go on from here.
    public Checkpoint checkpoint() {
        return new Checkpoint(steps, Parameters.flat(updater.weights()), Parameters.flat(updater.memory()));
    }

    /// Goes back, or forth, to a checkpoint of the same run. What follows equals the unbroken run bit for bit.
    ///
    /// @throws IllegalArgumentException with a sentence, when the checkpoint is of another network or optimizer
    public void restore(Checkpoint checkpoint) {
        if (checkpoint.step() < 0) {
            throw new IllegalArgumentException(
                    "A checkpoint's step is 0 or more, but it is " + checkpoint.step() + ".");
        }
        Parameters.requireLength("weights", checkpoint.weights(), updater.weights());
        Parameters.requireLength("optimizer state", checkpoint.optimizerState(), updater.memory());
        Parameters.fill(updater.weights(), checkpoint.weights());
        Parameters.fill(updater.memory(), checkpoint.optimizerState());
        steps = checkpoint.step();
        nonFinite = NonFinite.in(steps, network);
    }

    /// The first number that stopped being finite, and thereby the end of the run; empty while all is well.
    public Optional<NonFinite> nonFinite() {
        return Optional.ofNullable(nonFinite);
    }

    /// Loss and accuracy of the weights as they are now on a whole table, such as the validation samples. NaN on an
    /// empty one.
    ///
    /// @throws IllegalArgumentException with a sentence, when the table does not fit the network
    public Evaluation evaluate(DMatrixRMaj x, DMatrixRMaj y) {
        return Evaluation.of(network, objective, accuracy, x, y);
    }
}
