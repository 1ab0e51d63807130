package org.stepback.interop;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/// Which samples a step takes: the trainer's own rule, said again for those who look at a run from outside.
final class BatchOrder {
    private BatchOrder() {}

    /// The samples (0 = the first) of a step (1 = the first).
    static int[] ofStep(Recipe recipe, long step) {
        int perEpoch = recipe.stepsPerEpoch();
        int samples = recipe.split().train().samples();
        int[] order = ofEpoch(recipe, (step - 1) / perEpoch, samples);
        int from = (int) ((step - 1) % perEpoch) * recipe.train().batchSize();
        int to = Math.min(samples, from + recipe.train().batchSize());
        return IntStream.range(from, to).map(i -> order[i]).toArray();
    }

    /// The table's own order, or shuffled from it by seed and epoch (0 = the first) alone (Fisher and Yates).
    private static int[] ofEpoch(Recipe recipe, long epoch, int samples) {
        int[] order = IntStream.range(0, samples).toArray();
        if (recipe.train().shuffle()) {
            long seed = new SplittableRandom(recipe.train().seed()).nextLong();
            SplittableRandom random = new SplittableRandom(seed + epoch);
            for (int i = samples - 1; i > 0; i--) {
                int other = (int) ((random.nextLong() >>> 11) * 0x1.0p-53 * (i + 1));
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
        }
        return order;
    }

    /// The columns of a table that belong to these samples.
    static DMatrixRMaj pick(DMatrixRMaj table, int[] samples) {
        DMatrixRMaj picked = new DMatrixRMaj(table.numRows, samples.length);
        for (int row = 0; row < table.numRows; row++) {
            for (int column = 0; column < samples.length; column++) {
                picked.set(row, column, table.get(row, samples[column]));
            }
        }
        return picked;
    }
}
