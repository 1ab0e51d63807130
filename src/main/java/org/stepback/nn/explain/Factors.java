package org.stepback.nn.explain;

import java.util.Optional;
import org.stepback.nn.Quantity;
import org.stepback.nn.RecomputedNumbers;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanation.Factor;
import org.stepback.nn.layer.Layer;

/// Makes numbers of a trace the factors of other numbers.
interface Factors {
    Trace trace();

    /// Returns a setting, or another number that nothing stands behind.
    static Factor constant(String symbol, double value) {
        return new Factor(symbol, value, Optional.empty());
    }

    default Factor factor(String symbol, Quantity quantity) {
        return new Factor(symbol, trace().value(quantity), Optional.of(quantity));
    }

    /// Returns what a layer takes: the activation before it, or an input.
    default Factor input(int layer, int row, int sample) {
        return factor(layer == 0 ? "x" : "a", RecomputedNumbers.input(layer, row, sample));
    }

    default Factor kernel(String symbol, int layer, int row, int column) {
        return factor(symbol, new Quantity.Weight(layer, Quantity.Tensor.KERNEL, row, column));
    }

    default Factor bias(String symbol, int layer, int row) {
        return factor(symbol, new Quantity.Weight(layer, Quantity.Tensor.BIAS, row, 0));
    }

    default Layer layer(int layer) {
        return trace().before().layer(layer);
    }
}
