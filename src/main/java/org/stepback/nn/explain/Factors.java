package org.stepback.nn.explain;

import java.util.Optional;
import org.stepback.nn.Quantity;
import org.stepback.nn.RecomputedNumbers;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanation.Factor;

/// Makes numbers of a trace the factors of other numbers.
record Factors(Trace trace) {
    /// Returns a setting, or another number that nothing stands behind.
    static Factor constant(String symbol, double value) {
        return new Factor(symbol, value, Optional.empty());
    }

    Factor of(String symbol, Quantity quantity) {
        return new Factor(symbol, trace.value(quantity), Optional.of(quantity));
    }

    /// Returns what a layer takes: the activation before it, or an input.
    Factor input(int layer, int row, int sample) {
        return of(layer == 0 ? "x" : "a", RecomputedNumbers.input(layer, row, sample));
    }

    Factor kernel(String symbol, int layer, int row, int column) {
        return of(symbol, new Quantity.Weight(layer, Quantity.Tensor.KERNEL, row, column));
    }

    Factor bias(String symbol, int layer, int row) {
        return of(symbol, new Quantity.Weight(layer, Quantity.Tensor.BIAS, row, 0));
    }
}
