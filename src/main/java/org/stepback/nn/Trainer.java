package org.stepback.nn;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.layer.Phase;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.metric.Accuracy;
import org.stepback.nn.setting.Settings;

/// One run: forward, loss, backward, update, again and again on mini-batches.
///
/// Its results are a pure function of table, network, settings and step count: the same inputs give the same
/// bits on every machine. A step allocates nothing after the first. A trainer belongs to one thread at a time.
public final class Trainer {
    private final Network network;
    private final Objective objective;
    private final Accuracy accuracy;
    private final Sampler sampler;
    private final Batch full;
    private final Batch last;
    private final Updater updater;
    private final Movement movement;
    private final StepReport report;
    private final boolean smallFeatures;
    private final Phase phase;
    private final List<double[]> numbers;
    private final EpochWatch watch;
    private long steps;
    private boolean detailed;
    private @Nullable NonFinite nonFinite;

    /// A run at its start, on a copy of the network. The table is read at every step: leave it as it is.
    ///
    /// @param x inputs × samples
    /// @param y outputs × samples
    /// @throws IllegalArgumentException with a sentence, when settings, table, network and loss do not fit together
    public Trainer(Network network, TrainerSettings settings, DMatrixRMaj x, DMatrixRMaj y) {
        this(network, settings, x, y, SampleWeights.of(settings.classWeights(), y), false);
    }

    /// Returns a run whose samples count by weights of their own, instead of by those of their classes.
    ///
    /// @param weights one for each sample, or none: then it is the run of [#Trainer]
    /// @throws IllegalArgumentException with a sentence, when settings, table, network and loss do not fit together
    public static Trainer weighted(
            Network network, TrainerSettings settings, DMatrixRMaj x, DMatrixRMaj y, double[] weights) {
        return weighted(network, settings, x, y, weights, false);
    }

    /// Returns the same run, whose accuracy counts each output as an answer of its own if the targets are several
    /// labels.
    ///
    /// @param multiLabel whether they are, also if no row of this table shows it
    /// @throws IllegalArgumentException with a sentence, when settings, table, network and loss do not fit together
    public static Trainer weighted(
            Network network,
            TrainerSettings settings,
            DMatrixRMaj x,
            DMatrixRMaj y,
            double[] weights,
            boolean multiLabel) {
        if (weights.length == 0) {
            return new Trainer(network, settings, x, y, SampleWeights.of(settings.classWeights(), y), multiLabel);
        }
        TrainerCheck.weightProblem(settings, x, weights).ifPresent(Settings::refuse);
        return new Trainer(network, settings, x, y, weights.clone(), multiLabel);
    }

    private Trainer(
            Network network,
            TrainerSettings settings,
            DMatrixRMaj x,
            DMatrixRMaj y,
            double[] weights,
            boolean multiLabel) {
        Architecture architecture = network.architecture();
        TrainerCheck.problem(architecture, settings, x, y).ifPresent(Settings::refuse);
        this.network = network.copy();
        this.objective = new Objective(settings.loss(), architecture.output().activation());
        this.accuracy = Accuracy.rule(objective.loss(), objective.output(), y, multiLabel);
        this.sampler = new Sampler(x, y, weights, settings);
        int width = settings.batchSize();
        this.full = Batch.buffers(architecture, width, weights.length > 0);
        int rest = sampler.lastWidth();
        this.last = rest == width ? full : full.withWidth(architecture, rest);
        this.updater = new Updater(this.network, full.backward(), settings.optimizer());
        this.movement = new Movement(this.network);
        this.report = new StepReport(network.layers());
        this.smallFeatures = Tensors.isSmall(x);
        this.phase = Phase.training(settings.seed(), 1);
        this.numbers = Parameters.all(this.network);
        this.watch = new EpochWatch(settings.callbacks(), numbers);
    }

    /// Trains one mini-batch: forward, loss, backward, update.
    ///
    /// When a number stops being finite, [#nonFinite()] says which, and the run ends. Where the pass shows it, the
    /// weights are not updated and the step does not count: they stay the last finite ones.
    ///
    /// @return the report of the step, reused by the next one
    /// @throws IllegalStateException when the run has ended with a number that is not finite
    public StepReport step() {
        Batch batch = pass();
        if (nonFinite == null) {
            update(batch);
        }
        return report;
    }

    /// Makes the next step, like [#step()], and keeps every number of it. Steps that are not traced pay nothing for it.
    ///
    /// @throws IllegalStateException when the run has ended with a number that is not finite
    public Trace trace() {
        Network before = network.copy();
        List<double[][]> memory = updater.copyOfMemory();
        int[] samples = sampler.samples(steps);
        long t = updater.updates() + 1;
        Batch batch = pass();
        TracedPass passed = TracedPass.of(network, objective, batch, phase);
        if (nonFinite == null) {
            update(batch);
        }
        Backward backward = batch.backward(); // whose gradients may be clipped by now
        TracedUpdate updated = new TracedUpdate(
                report.learningRate(),
                t,
                backward.dW().stream().map(DMatrixRMaj::copy).toList(),
                backward.db().stream().map(DMatrixRMaj::copy).toList(),
                memory,
                updater.copyOfMemory());
        return new Trace(
                report.step(),
                samples,
                objective,
                updater.optimizer(),
                before,
                network.copy(),
                report.loss(),
                passed,
                updated,
                phase.copy());
    }

    /// Returns the report of the last step, the one that [#step()] returns.
    public StepReport report() {
        return report;
    }

    /// Runs forward, loss and backward.
    private Batch pass() {
        if (nonFinite != null) {
            throw new IllegalStateException(nonFinite.sentence());
        }
        Batch batch = sampler.endsEpoch(steps) ? last : full;
        sampler.load(steps, batch);
        Forward forward = batch.forward();
        Backward backward = batch.backward();

        phase.moveTo(steps + 1);
        // forward: A = f(W A_prev + b), layer after layer
        forward.run(network, batch.x(), phase);
        // the error; backward: ∂L/∂W and ∂L/∂b, from the last layer to the first
        double loss = backward.run(network, objective, forward, batch.x(), batch.y(), batch.weights());

        long step = steps + 1;
        report.begin(
                step,
                epochOf(step),
                batch.width(),
                accuracy.of(backward.output().a(), batch.y()));
        report.loss(loss, network.penalty());
        report.learningRate(learningRate());
        report.gradients(backward, detailed);
        if (detailed || !report.isFinite()) {
            movement.norms(report);
        }
        nonFinite = isCalm() ? null : NonFinite.in(step, forward, report.loss(), backward);
        return batch;
    }

    /// `w ← w − η ∂L/∂w`.
    private void update(Batch batch) {
        movement.watch(detailed);
        updater.update(report.learningRate(), movement);
        batch.forward().afterUpdate(network);
        movement.finish(report);
        steps = report.step();
        watch.step(report);
        nonFinite = movement.isCalm() ? null : NonFinite.in(steps, network);
    }

    /// Sets whether the reports from now on have all that charts show of a layer: the means and the largest of
    /// its gradients, the norms of its weights, and how far the update moves them. It costs a little time, and
    /// changes nothing that is computed.
    public void detail(boolean detailed) {
        this.detailed = detailed;
    }

    /// Returns whether nothing can have overflowed: then no number needs to be looked at one by one.
    private boolean isCalm() {
        return smallFeatures && movement.isCalm() && report.isFinite();
    }

    /// Returns the learning rate of the next step.
    public double learningRate() {
        return watch.learningRate(updater.scheduledRate(steps + 1));
    }

    /// Returns whether something is done at the end of an epoch, so that [#endEpoch] must be called there.
    public boolean hasCallbacks() {
        return !watch.isIdle();
    }

    /// Ends an epoch, once its last step is done: the callbacks may change the learning rate, or end the run,
    /// and so does a loss of all training samples that is not finite. Called twice for an epoch, it does nothing
    /// the second time.
    ///
    /// @param training the weights as they are now on the training samples
    /// @param validation the weights as they are now on the validation samples; NaN where there are none
    /// @throws IllegalStateException in the middle of an epoch
    public void endEpoch(Evaluation training, Evaluation validation) {
        if (steps == 0 || !isAtEpochEnd()) {
            throw new IllegalStateException("After step " + steps + " no epoch ends.");
        }
        watch.endEpoch(epoch(), validation, learningRate());
        if (!Double.isFinite(training.loss())) {
            nonFinite = new NonFinite(steps, network.layers(), NonFinite.LOSS_AT_REST);
        }
    }

    /// Returns why a callback has ended the run, as a sentence; empty while none has.
    public Optional<String> stopped() {
        return watch.stopped();
    }

    /// Ends the run after its last step: early stopping may bring the best weights back.
    public void endRun() {
        watch.endRun();
        movement.measure();
    }

    /// Returns which samples of the table a step takes, 0 = the first of the table.
    ///
    /// @param step 1 = the first of the run
    public int[] samples(long step) {
        return sampler.samples(step - 1);
    }

    /// Returns how many steps are done.
    public long steps() {
        return steps;
    }

    public int stepsPerEpoch() {
        return sampler.stepsPerEpoch();
    }

    /// Returns whether the last step was the last one of its epoch; also before the first step.
    public boolean isAtEpochEnd() {
        return steps % stepsPerEpoch() == 0;
    }

    /// Returns the epoch of the last step, 1 = the first; 0 before the first step.
    public int epoch() {
        return epochOf(steps);
    }

    private int epochOf(long step) {
        return Math.toIntExact(Math.ceilDiv(step, (long) stepsPerEpoch()));
    }

    /// Returns a copy of the network as it is now.
    public Network network() {
        return network.copy();
    }

    /// Returns all that is needed to go on from here.
    public Checkpoint checkpoint() {
        return new Checkpoint(
                steps,
                Parameters.flat(numbers),
                Parameters.flat(updater.memory()),
                updater.updates(),
                Parameters.flat(watch.state()));
    }

    /// Goes back, or forth, to a checkpoint of the same run. What follows equals the unbroken run bit for bit.
    ///
    /// @throws IllegalArgumentException with a sentence, when the checkpoint is of another network or optimizer
    public void restore(Checkpoint checkpoint) {
        Parameters.requireCount("step", checkpoint.step());
        Parameters.requireCount("number of updates", checkpoint.updates());
        Parameters.requireLength("weights", checkpoint.weights(), numbers);
        Parameters.requireLength("optimizer state", checkpoint.optimizerState(), updater.memory());
        Parameters.requireLength("callbacks", checkpoint.epochState(), watch.state());
        Parameters.fill(numbers, checkpoint.weights());
        updater.restore(checkpoint.optimizerState(), checkpoint.updates());
        Parameters.fill(watch.state(), checkpoint.epochState());
        steps = checkpoint.step();
        nonFinite = NonFinite.in(steps, network);
        movement.measure();
    }

    /// Returns the first number that stopped being finite, which ended the run; empty while all numbers are finite.
    public Optional<NonFinite> nonFinite() {
        return Optional.ofNullable(nonFinite);
    }

    /// Loss and accuracy of the weights as they are now on a whole table, such as the validation samples. NaN on an
    /// empty one.
    ///
    /// @throws IllegalArgumentException with a sentence, when the table does not fit the network
    public Evaluation evaluate(DMatrixRMaj x, DMatrixRMaj y) {
        return evaluate(x, y, new double[0]);
    }

    /// Returns the same where samples count in the loss by weights of their own.
    ///
    /// @param weights one for each sample, or none where all count alike
    /// @throws IllegalArgumentException with a sentence, when table, weights and network do not fit together
    public Evaluation evaluate(DMatrixRMaj x, DMatrixRMaj y, double[] weights) {
        return Evaluation.of(network, objective, accuracy, x, y, weights);
    }
}
