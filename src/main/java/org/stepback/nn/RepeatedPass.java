package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.Phase;

/// The passes of a traced step once more, with another number in place of one weight or input: what dropout and noise
/// draw stays as it was.
record RepeatedPass(Trace trace, Objective objective, TracedPass pass, Phase phase) {
    Trial trial(Quantity changed, double value) {
        return trial(networkWith(changed, value), inputsWith(changed, value));
    }

    Trial trial(Network network, DMatrixRMaj x) {
        Forward forward = network.forward(x, phase);
        DMatrixRMaj z = forward.z().getLast();
        double data = trace.isWeighted()
                ? objective.value(z, forward.output(), pass.y(), pass.weights())
                : objective.value(z, forward.output(), pass.y());
        return new Trial(forward, data + network.penalty());
    }

    Gradients gradients(Quantity changed, double value) {
        return Gradients.of(
                networkWith(changed, value),
                objective.loss(),
                inputsWith(changed, value),
                pass.y(),
                pass.weights(),
                phase);
    }

    private Network networkWith(Quantity changed, double value) {
        trace.value(changed); // where there is no such number, it says so
        return switch (changed) {
            case Quantity.Weight w -> {
                Network network = trace.before().copy();
                network.tensor(w.layer(), w.tensor()).set(w.row(), w.column(), value);
                yield network;
            }
            case Quantity.X input -> trace.before();
            default -> throw new IllegalArgumentException("Only weights and inputs are changed by hand.");
        };
    }

    private DMatrixRMaj inputsWith(Quantity changed, double value) {
        if (!(changed instanceof Quantity.X(int row, int sample))) {
            return pass.x();
        }
        DMatrixRMaj x = pass.x().copy();
        x.set(row, sample, value);
        return x;
    }
}
