package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.math.Columns;
import org.stepback.nn.optimizer.WeightChange;

/// Computes those numbers of a traced step that no pass keeps: statistics of a normalization, slopes, the loss of a
/// sample, and the change of a weight.
public record RecomputedNumbers(Trace trace) {
    public static boolean isOfBatch(Layer layer) {
        return layer instanceof BatchNormalization;
    }

    /// Returns which mean a number belongs to: that of its unit in a batch normalization, else that of its sample.
    public static int group(Layer layer, int row, int sample) {
        return isOfBatch(layer) ? row : sample;
    }

    /// Returns the ε of a normalization.
    public static double epsilon(Layer layer) {
        return switch (layer) {
            case BatchNormalization batch -> batch.epsilon();
            case LayerNormalization each -> each.epsilon();
            default -> throw new IllegalArgumentException(layer.name() + " does not normalize.");
        };
    }

    private Layer layer(int layer) {
        return trace.before().layer(layer);
    }

    double mean(Quantity.Mean mean) {
        DMatrixRMaj statistics = trace.cache(mean.layer());
        return isOfBatch(layer(mean.layer())) ? statistics.get(mean.index(), 0) : statistics.get(0, mean.index());
    }

    double inverse(Quantity.Inverse inverse) {
        DMatrixRMaj statistics = trace.cache(inverse.layer());
        Layer layer = layer(inverse.layer());
        return isOfBatch(layer)
                ? 1 / Math.sqrt(statistics.get(inverse.index(), 1) + epsilon(layer))
                : statistics.get(1, inverse.index());
    }

    double normal(Quantity.Normal normal) {
        double x = trace.value(input(normal.layer(), normal.row(), normal.sample()));
        int group = group(layer(normal.layer()), normal.row(), normal.sample());
        return (x - mean(new Quantity.Mean(normal.layer(), group)))
                * inverse(new Quantity.Inverse(normal.layer(), group));
    }

    /// Returns what a layer takes: the activation before it, or an input.
    public static Quantity input(int layer, int row, int sample) {
        return layer == 0 ? new Quantity.X(row, sample) : new Quantity.A(layer - 1, row, sample);
    }

    /// Returns the slope f′(z) of an activation, NaN for one that has no slope of its own, such as softmax.
    double slope(int layer, int row, int sample) {
        return trace.before().activation(layer) instanceof Activation.Elementwise f
                ? f.derivative(trace.z(layer).get(row, sample), trace.a(layer).get(row, sample))
                : Double.NaN;
    }

    double loss(int sample) {
        int last = trace.before().layers() - 1;
        Objective objective = trace.objective();
        DMatrixRMaj y = Columns.block(trace.y(), sample, 1);
        return objective.loss().fusesWith(objective.output())
                ? objective.loss().fusedOfSample(Columns.block(trace.z(last), sample, 1), y, 0)
                : objective.loss().ofSample(Columns.block(trace.a(last), sample, 1), y, 0);
    }

    double change(Quantity.Weight of) {
        if (!trace.learns(of.layer(), of.tensor())) {
            return 0;
        }
        WeightChange change = trace.optimizer().rule().change();
        double[] numbers = new double[2 + change.operands().size()];
        numbers[0] = trace.learningRate();
        numbers[1] = trace.value(new Quantity.Clipped(of));
        for (int i = 2; i < numbers.length; i++) {
            numbers[i] = operand(of, change.operands().get(i - 2));
        }
        return change.function().of(trace.t(), numbers);
    }

    private double operand(Quantity.Weight of, WeightChange.Operand operand) {
        return switch (operand) {
            case WeightChange.Weight weight -> decayed(of);
            case WeightChange.Remembered(int slot, boolean after) -> trace.value(new Quantity.Memory(of, slot, after));
        };
    }

    /// Returns the weight as the rule finds it: `w − η λ w` with weight decay.
    public double decayed(Quantity.Weight of) {
        double w = trace.value(of);
        double decay = trace.optimizer().weightDecay();
        return decay == 0 ? w : w - trace.learningRate() * decay * w;
    }
}
