package org.stepback.trace;

import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.layer.Dense;

/// The number of a stage that one looks at while nobody has pointed at one: that of the unit, the input and the sample
/// that are followed.
record Focus(Trace trace, int sample, int row, int column) {
    Quantity of(Stage stage, boolean whole) {
        int layer = stage.layer();
        return switch (stage.kind()) {
            case INPUT -> new Quantity.X(within(column, trace.x().numRows), sample);
            case SUM -> new Quantity.Z(layer, unit(layer), sample);
            case ACTIVATION, PASS_ON, PREDICTION -> new Quantity.A(layer, unit(layer), sample);
            case LOSS -> whole ? new Quantity.BatchLoss() : new Quantity.SampleLoss(sample);
            case ERROR, BACK -> new Quantity.Delta(layer, unit(layer), sample);
            case GRADIENTS -> new Quantity.Gradient(weight(layer));
            case UPDATE -> new Quantity.NewWeight(weight(layer));
            case REPEAT -> new Quantity.BatchLoss();
        };
    }

    private Quantity.Weight weight(int layer) {
        boolean kernel = trace.before().layer(layer).tensors().kernel().isPresent();
        boolean dense = trace.before().layer(layer) instanceof Dense;
        int inputs = trace.before().kernel(layer).numCols;
        return kernel
                ? new Quantity.Weight(layer, Tensor.KERNEL, unit(layer), dense ? within(column, inputs) : 0)
                : new Quantity.Weight(layer, Tensor.BIAS, unit(layer), 0);
    }

    private int unit(int layer) {
        return within(row, trace.z(layer).numRows);
    }

    private static int within(int index, int size) {
        return Math.clamp(index, 0, size - 1);
    }
}
