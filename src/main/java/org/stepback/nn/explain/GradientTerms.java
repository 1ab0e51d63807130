package org.stepback.nn.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.explain.Explanation.Factor;
import org.stepback.nn.explain.Explanation.Term;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.regularizer.Regularizer;

/// The terms of the numbers of a backward pass, behind the loss.
record GradientTerms(Trace trace) implements Factors {
    private Factor delta(int layer, int row, int sample) {
        return factor("δ", new Quantity.Delta(layer, row, sample));
    }

    private Factor normal(int layer, int row, int sample) {
        return factor("x̂", new Quantity.Normal(layer, row, sample));
    }

    /// `δ = ∂L/∂a · f′(z)` of a hidden layer.
    Explanation explain(Quantity.Delta delta, double value) {
        Factor da = factor("∂L/∂a", new Quantity.DA(delta.layer(), delta.row(), delta.sample()));
        if (trace.before().activation(delta.layer()).equals(Activation.LINEAR)) {
            return Explanation.sum("δ = ∂L/∂a, as f′(z) = 1", value, Term.of(da));
        }
        Factor slope = factor("f′(z)", new Quantity.Slope(delta.layer(), delta.row(), delta.sample()));
        return Explanation.sum("δ = ∂L/∂a · f′(z)", value, Term.of(da, slope));
    }

    /// `∂L/∂a` of a hidden layer, from the δ of the next one.
    Explanation explain(Quantity.DA da, double value) {
        int next = da.layer() + 1;
        int row = da.row();
        int sample = da.sample();
        return switch (layer(next)) {
            case Dense dense ->
                Explanation.sum(
                        "∂L/∂a = Σ w_next · δ_next",
                        value,
                        IntStream.range(0, dense.units())
                                .mapToObj(unit -> Term.of(kernel("w", next, unit, row), delta(next, unit, sample)))
                                .toList());
            case ActivationLayer _, GaussianNoise _ ->
                Explanation.sum("∂L/∂a = δ_next", value, Term.of(delta(next, row, sample)));
            case Dropout dropout ->
                Explanation.sum(
                        "∂L/∂a = δ_next · m",
                        value,
                        Term.of(delta(next, row, sample), factor("m", new Quantity.Mask(next, row, sample))));
            case BatchNormalization batch -> throughBatch(next, row, sample, value);
            case LayerNormalization each -> throughUnits(next, row, sample, value);
        };
    }

    /// `γ/√(σ² + ε) · (δ − mean δ − x̂ · mean(δ x̂))`, means over the batch.
    private Explanation throughBatch(int layer, int row, int sample, double value) {
        Factor gamma = kernel("γ", layer, row, 0);
        Factor inverse = factor("1/√(σ² + ε)", new Quantity.Inverse(layer, row));
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(gamma, inverse, delta(layer, row, sample)));
        if (new LayerTerms(trace).isFrozen(layer)) {
            return Explanation.sum("∂L/∂a = γ · 1/√(σ² + ε) · δ", value, terms);
        }
        Factor part = Factors.constant("−1/n", -1.0 / trace.width());
        for (int i = 0; i < trace.width(); i++) {
            Factor other = delta(layer, row, i);
            terms.add(Term.of(gamma, inverse, part, other).ofSample(i));
            terms.add(Term.of(gamma, inverse, part, normal(layer, row, sample), other, normal(layer, row, i))
                    .ofSample(i));
        }
        return Explanation.sum("∂L/∂a = γ · 1/√(σ² + ε) · (δ − Σδ/n − x̂ · Σδx̂/n)", value, terms);
    }

    /// `(g − mean g − x̂ · mean(g x̂)) / √(σ² + ε)` with `g = γ δ`, means over the units.
    private Explanation throughUnits(int layer, int row, int sample, double value) {
        Factor inverse = factor("1/√(σ² + ε)", new Quantity.Inverse(layer, sample));
        int units = trace.z(layer).numRows;
        Factor part = Factors.constant("−1/n", -1.0 / units);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(inverse, kernel("γ", layer, row, 0), delta(layer, row, sample)));
        for (int unit = 0; unit < units; unit++) {
            Factor gamma = kernel("γ", layer, unit, 0);
            Factor other = delta(layer, unit, sample);
            terms.add(Term.of(inverse, part, gamma, other));
            terms.add(Term.of(inverse, part, normal(layer, row, sample), gamma, other, normal(layer, unit, sample)));
        }
        return Explanation.sum("∂L/∂a = 1/√(σ² + ε) · (γδ − Σγδ/n − x̂ · Σγδx̂/n)", value, terms);
    }

    /// `∂L/∂w`, a sum over the samples, and the slope of the penalty. The 1/n of the mean is in the δ.
    Explanation explain(Quantity.Weight of, double value) {
        boolean kernel = of.tensor() == Quantity.Tensor.KERNEL;
        boolean dense = layer(of.layer()) instanceof Dense;
        if (!trace.learns(of.layer(), of.tensor()) && !dense) {
            return Explanation.given("∂L/∂w, which this layer does not need", value);
        }
        List<Term> terms = new ArrayList<>();
        for (int sample = 0; sample < trace.width(); sample++) {
            Factor delta = delta(of.layer(), of.row(), sample);
            Term term = !kernel
                    ? Term.of(delta)
                    : dense
                            ? Term.of(delta, input(of.layer(), of.column(), sample))
                            : Term.of(delta, normal(of.layer(), of.row(), sample));
            terms.add(term.ofSample(sample));
        }
        String data = !kernel ? "Σ δ" : dense ? "Σ δ · a_prev" : "Σ δ · x̂";
        Optional<Term> penalty = penalty(of);
        penalty.ifPresent(terms::add);
        String equation = "∂L/∂w = " + data + " over the samples" + (penalty.isPresent() ? " + ∂R/∂w" : "");
        return Explanation.sum(equation, value, terms);
    }

    private Optional<Term> penalty(Quantity.Weight of) {
        if (!(layer(of.layer()) instanceof Dense dense) || !dense.trainable()) {
            return Optional.empty();
        }
        Optional<Regularizer> regularizer =
                of.tensor() == Quantity.Tensor.KERNEL ? dense.kernelRegularizer() : dense.biasRegularizer();
        return regularizer.map(found -> {
            double[] slope = new double[1];
            found.addGradient(new double[] {trace.value(of)}, slope);
            return Term.of(Factors.constant("∂R/∂w of " + found.name(), slope[0]));
        });
    }
}
