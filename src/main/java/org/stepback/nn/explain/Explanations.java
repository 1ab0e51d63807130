package org.stepback.nn.explain;

import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;

/// The terms of each number of a trace.
public record Explanations(Trace trace) {
    /// Returns what a number of the trace is made of, with references to other numbers of it, until those that are
    /// given.
    ///
    /// @throws IndexOutOfBoundsException where there is no such number
    public Explanation of(Quantity quantity) {
        double value = trace.value(quantity);
        var layers = new LayerTerms(trace);
        var losses = new LossTerms(trace, trace.objective());
        var gradients = new GradientTerms(trace);
        var updates = new UpdateTerms(trace);
        return switch (quantity) {
            case Quantity.X input -> Explanation.given("x, an input", value);
            case Quantity.Y target -> Explanation.given("y, the target", value);
            case Quantity.SampleWeight weight -> Explanation.given("how much the sample counts", value);
            case Quantity.Weight weight -> Explanation.given("w, before the step", value);
            case Quantity.Mask mask -> Explanation.given("m, drawn at random", value);
            case Quantity.Added added -> Explanation.given("σ n, drawn at random", value);
            case Quantity.Z z -> layers.explain(z, value);
            case Quantity.A a -> layers.explain(a, value);
            case Quantity.Normal normal -> layers.explain(normal, value);
            case Quantity.Mean mean -> layers.explain(mean, value);
            case Quantity.Inverse inverse -> layers.explain(inverse, value);
            case Quantity.Slope slope -> layers.explain(slope, value);
            case Quantity.SampleLoss one -> losses.explain(one, value);
            case Quantity.BatchLoss whole -> losses.explain(value);
            case Quantity.DA da ->
                da.layer() == trace.before().layers() - 1 ? losses.explain(da, value) : gradients.explain(da, value);
            case Quantity.Delta delta ->
                delta.layer() == trace.before().layers() - 1
                        ? losses.explain(delta, value)
                        : gradients.explain(delta, value);
            case Quantity.Gradient gradient -> gradients.explain(gradient.of(), value);
            case Quantity.Clipped clipped -> updates.explain(clipped, value);
            case Quantity.Memory memory -> updates.explain(memory, value);
            case Quantity.Change change -> updates.explain(change, value);
            case Quantity.NewWeight weight -> updates.explain(weight, value);
        };
    }
}
