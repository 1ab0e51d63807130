package org.stepback.nn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.metric.Accuracy;
import org.stepback.nn.setting.Settings;

/// The score of a network on a whole table: the mean loss of its samples and the share of right answers.
///
/// If samples have weights, the loss is `Σ wᵢ Lᵢ` over their number, as in Keras; every answer counts alike.
///
/// @param loss with the penalties on weights, as in Keras
/// @param accuracy 0 to 1, NaN for a regression
public record Evaluation(double loss, double accuracy) {
    /// The evaluation of an empty table.
    public static final Evaluation NONE = new Evaluation(Double.NaN, Double.NaN);

    /// Returns the mean loss of a network on a whole table, with the penalties on its weights.
    ///
    /// @param weights how much each sample counts, or none where all count alike
    /// @throws IllegalArgumentException with a sentence, when the table does not fit the network
    public static double loss(Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y, double[] weights) {
        Objective objective =
                new Objective(loss, network.architecture().output().activation());
        return of(network, objective, Accuracy.rule(objective.loss(), objective.output(), y), x, y, weights)
                .loss();
    }

    /// @param weights how much each sample counts in the loss, or none where all count alike
    static Evaluation of(
            Network network, Objective objective, Accuracy accuracy, DMatrixRMaj x, DMatrixRMaj y, double[] weights) {
        int outputs = network.architecture().output().units();
        Tensors.requireShape("The table of targets", y, objective.loss().targetRows(outputs), x.numCols);
        if (weights.length != 0 && weights.length != x.numCols) {
            Settings.refuse("There are %d samples, but weights for %d.".formatted(x.numCols, weights.length));
        }
        double[] sums = new double[2];
        network.inBlocks(x, (from, forward) -> {
            int width = forward.output().numCols;
            DMatrixRMaj target = Columns.block(y, from, width);
            DMatrixRMaj z = forward.z().getLast();
            sums[0] += width
                    * (weights.length == 0
                            ? objective.value(z, forward.output(), target)
                            : objective.value(
                                    z, forward.output(), target, Arrays.copyOfRange(weights, from, from + width)));
            sums[1] += width * accuracy.of(forward.output(), target);
        });
        return new Evaluation(sums[0] / x.numCols + network.penalty(), sums[1] / x.numCols);
    }
}
