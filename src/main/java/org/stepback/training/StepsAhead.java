package org.stepback.training;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.data.Dataset;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;

/// The next steps that a run would take: its optimizer, with what it remembers, goes on for a few steps on the same
/// samples each time, as gradient descent without mini-batches.
public final class StepsAhead {
    public static final int COUNT = 5;

    private static final int STRIDE = 10;

    private final Network here;
    private final List<List<DMatrixRMaj>> ways = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<DMatrixRMaj> biases = new ArrayList<>();
    private final double before;
    private final double stride;

    private StepsAhead(Trainer trainer, Loss loss, Dataset samples) {
        here = trainer.network();
        before = loss(here, loss, samples);
        double tenfold = before;
        for (int i = 0; i < COUNT && trainer.nonFinite().isEmpty(); i++) {
            trainer.step();
            Network there = trainer.network();
            ways.add(way(here, there));
            losses.add(trainer.nonFinite().isPresent() ? Double.POSITIVE_INFINITY : loss(there, loss, samples));
            if (i == 0) {
                for (int layer = 0; layer < here.layers(); layer++) {
                    biases.add(difference(here.bias(layer), there.bias(layer)));
                }
                tenfold = loss(beyond(there), loss, samples);
            }
        }
        stride = tenfold;
    }

    /// @param setup in force at the checkpoint
    static StepsAhead of(RunSetup setup, Checkpoint checkpoint, Dataset samples) {
        TrainerSettings settings = setup.settings();
        TrainerSettings whole = new TrainerSettings(
                settings.loss(),
                settings.optimizer(),
                samples.samples(),
                false,
                settings.seed(),
                settings.classWeights(),
                settings.callbacks());
        Trainer trainer = Trainer.weighted(
                setup.spec().network(), whole, samples.x(), samples.y(), samples.sampleWeights(), samples.multiLabel());
        trainer.restore(checkpoint);
        return new StepsAhead(trainer, settings.loss(), samples);
    }

    private static double loss(Network network, Loss loss, Dataset samples) {
        return Evaluation.loss(network, loss, samples.x(), samples.y(), samples.sampleWeights());
    }

    private static List<DMatrixRMaj> way(Network from, Network to) {
        List<DMatrixRMaj> way = new ArrayList<>();
        for (int layer = 0; layer < from.layers(); layer++) {
            way.add(difference(from.kernel(layer), to.kernel(layer)));
        }
        return way;
    }

    private static DMatrixRMaj difference(DMatrixRMaj from, DMatrixRMaj to) {
        DMatrixRMaj way = to.copy();
        CommonOps_DDRM.subtractEquals(way, from);
        return way;
    }

    /// The network ten times as far away as this one is.
    private Network beyond(Network there) {
        List<Weights> moved = new ArrayList<>();
        for (int layer = 0; layer < here.layers(); layer++) {
            moved.add(new Weights(
                    further(here.kernel(layer), there.kernel(layer)),
                    further(here.bias(layer), there.bias(layer)),
                    here.weights(layer).statistics()));
        }
        return Network.of(here.architecture(), moved);
    }

    private static DMatrixRMaj further(DMatrixRMaj from, DMatrixRMaj to) {
        DMatrixRMaj there = from.copy();
        CommonOps_DDRM.addEquals(there, STRIDE, difference(from, to));
        return there;
    }

    /// Returns the network before the first step.
    Network here() {
        return here;
    }

    /// Returns the difference of the kernels from [#here] after each step.
    List<List<DMatrixRMaj>> ways() {
        return ways;
    }

    /// Returns the difference of the biases after the first step; none where there is no step.
    List<DMatrixRMaj> biases() {
        return biases;
    }

    /// Returns the length of the first step, ‖ΔW‖ of the kernels.
    public double length() {
        return ways.isEmpty() ? 0 : Math.sqrt(Directions.dot(ways.getFirst(), ways.getFirst()));
    }

    /// The loss before the first step.
    public double before() {
        return before;
    }

    /// The loss after each step; infinite, and the last, where numbers stop being finite.
    public List<Double> losses() {
        return List.copyOf(losses);
    }

    /// The loss after ten times the first step at once.
    public double stride() {
        return stride;
    }
}
