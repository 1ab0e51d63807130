package org.stepback.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.Phase;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Tensors;

/// The traced gradients of one batch: the loss, and for every layer, the first layer first, what it moves with.
///
/// @param loss of the batch, with the penalties on weights
/// @param dW `∂L/∂W`, units × inputs
/// @param db `∂L/∂b`, units × 1
/// @param delta `∂L/∂Z`, units × batch
public record Gradients(double loss, List<DMatrixRMaj> dW, List<DMatrixRMaj> db, List<DMatrixRMaj> delta) {
    /// Runs a forward and a backward pass for `x`, inputs × batch, and `y`, [Loss#targetRows] × batch.
    ///
    /// @throws IllegalArgumentException with a sentence, when a shape does not fit the network
    public static Gradients of(Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y) {
        return of(network, loss, x, y, new double[0]);
    }

    /// Returns the same where samples count by weights of their own.
    ///
    /// @param weights one for each sample, or none where all count alike
    public static Gradients of(Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y, double[] weights) {
        return of(network, loss, x, y, weights, Phase.training(0, 1));
    }

    /// Returns the same in a step of its own: what random layers draw there.
    ///
    /// @param phase of training
    public static Gradients of(
            Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y, double[] weights, Phase phase) {
        Architecture architecture = network.architecture();
        Tensors.requireShape(
                "The table of targets", y, loss.targetRows(architecture.output().units()), x.numCols);
        Objective objective = new Objective(loss, architecture.output().activation());
        Forward forward = network.forward(x, phase);
        Backward backward = Backward.buffers(architecture, forward, x.numCols);
        double value = backward.run(network, objective, forward, x, y, weights) + network.penalty();
        return new Gradients(value, backward.dW(), backward.db(), backward.delta());
    }
}
