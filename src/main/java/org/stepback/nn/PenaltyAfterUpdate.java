package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.regularizer.Regularizer;

/// A tensor whose penalty has more to say after each update, with its numbers before the update.
record PenaltyAfterUpdate(Regularizer penalty, double[] w, double[] before) {
    /// Returns the tensors of a network with such a penalty; most networks have none.
    static List<PenaltyAfterUpdate> of(Network network) {
        List<PenaltyAfterUpdate> all = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            if (network.layer(layer) instanceof Dense dense && dense.trainable()) {
                add(all, dense.kernelRegularizer(), network.kernel(layer));
                if (dense.useBias()) {
                    add(all, dense.biasRegularizer(), network.bias(layer));
                }
            }
        }
        return List.copyOf(all);
    }

    private static void add(List<PenaltyAfterUpdate> all, Optional<Regularizer> penalty, DMatrixRMaj w) {
        penalty.filter(Regularizer::changesAfterUpdate)
                .ifPresent(found -> all.add(new PenaltyAfterUpdate(found, w.data, new double[w.data.length])));
    }

    /// Remembers the numbers before the update.
    void remember() {
        System.arraycopy(w, 0, before, 0, w.length);
    }

    /// Lets the penalty act after the update.
    ///
    /// @param rate η of the update
    void afterUpdate(double rate) {
        penalty.afterUpdate(before, w, rate);
    }
}
