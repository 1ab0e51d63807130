package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/// A tensor whose penalty has more to say after each update, with its numbers before the update.
record Settling(Regularizer penalty, double[] w, double[] before) {
    /// Those of a network, on its own numbers; of most networks none.
    static List<Settling> of(Network network) {
        List<Settling> all = new ArrayList<>();
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

    private static void add(List<Settling> all, Optional<Regularizer> penalty, DMatrixRMaj w) {
        penalty.filter(Regularizer::settles)
                .ifPresent(found -> all.add(new Settling(found, w.data, new double[w.data.length])));
    }

    /// Before the update.
    void remember() {
        System.arraycopy(w, 0, before, 0, w.length);
    }

    /// After the update.
    ///
    /// @param rate η of the update
    void settle(double rate) {
        penalty.settle(before, w, rate);
    }
}
