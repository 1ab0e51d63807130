package org.stepback.nn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Distributions;

/// The choice of the samples of each step: the next ones of the epoch's order, which follows from seed and epoch alone.
final class Sampler {
    private final DMatrixRMaj x;
    private final DMatrixRMaj y;
    private final double[] weights;
    private final TrainerSettings settings;
    private final int stepsPerEpoch;
    private final int[] order;
    private final long shuffleSeed;
    private long epochOfOrder = -1;

    /// @param weights how much each sample counts, or none where all count alike
    Sampler(DMatrixRMaj x, DMatrixRMaj y, double[] weights, TrainerSettings settings) {
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.settings = settings;
        this.order = new int[x.numCols];
        this.stepsPerEpoch = Math.ceilDiv(order.length, settings.batchSize());
        this.shuffleSeed =
                new SplittableRandom(settings.seed()).nextLong(); // so that seed 1, epoch 2 is not seed 2, epoch 1
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /// Returns how many samples are left for the last step of an epoch.
    int lastWidth() {
        return order.length - (stepsPerEpoch - 1) * settings.batchSize();
    }

    /// Returns whether this step (0 = the first of the run) is the last of its epoch.
    boolean endsEpoch(long step) {
        return step % stepsPerEpoch == stepsPerEpoch - 1;
    }

    /// Returns the samples of a step (0 = the first of the run), 0 = the first of the table.
    int[] samples(long step) {
        long epoch = step / stepsPerEpoch;
        if (epoch != epochOfOrder) {
            reorder(epoch);
        }
        int from = (int) (step % stepsPerEpoch) * settings.batchSize();
        return Arrays.copyOfRange(order, from, Math.min(order.length, from + settings.batchSize()));
    }

    /// Copies the samples of this step (0 = the first of the run) into the batch.
    void load(long step, Batch batch) {
        long epoch = step / stepsPerEpoch;
        if (epoch != epochOfOrder) {
            reorder(epoch);
        }
        batch.y().reshape(y.numRows, batch.y().numCols); // class numbers take one row, however many outputs there are
        int from = (int) (step % stepsPerEpoch) * settings.batchSize();
        gather(x, from, batch.x(), batch.width());
        gather(y, from, batch.y(), batch.width());
        for (int i = 0; i < batch.weights().length; i++) {
            batch.weights()[i] = weights[order[from + i]];
        }
    }

    /// Copies the next samples of the order into the first columns, and the first of them into those that fill up the
    /// vectors.
    private void gather(DMatrixRMaj table, int from, DMatrixRMaj batch, int width) {
        for (int row = 0; row < table.numRows; row++) {
            int source = row * table.numCols;
            int target = row * batch.numCols;
            if (settings.shuffle()) {
                for (int column = 0; column < width; column++) {
                    batch.data[target + column] = table.data[source + order[from + column]];
                }
            } else {
                System.arraycopy(table.data, source + from, batch.data, target, width);
            }
            for (int column = width; column < batch.numCols; column++) {
                batch.data[target + column] = batch.data[target];
            }
        }
    }

    /// The order of an epoch: the table's own, or shuffled from it (Fisher and Yates).
    private void reorder(long epoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (settings.shuffle()) {
            SplittableRandom random = new SplittableRandom(shuffleSeed + epoch);
            for (int i = order.length - 1; i > 0; i--) {
                int other = (int) (Distributions.unit(random) * (i + 1));
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
        }
        epochOfOrder = epoch;
    }
}
