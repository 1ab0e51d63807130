package org.stepback.nn.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Quantity;
import org.stepback.nn.RecomputedNumbers;
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

/// The terms of the numbers of a forward pass.
record LayerTerms(Trace trace) implements Factors {
    private int inputs(int layer) {
        return trace.before().architecture().inputsOf(layer);
    }

    Explanation explain(Quantity.Z z, double value) {
        int layer = z.layer();
        Factor input = layer(layer) instanceof Dense ? null : input(layer, z.row(), z.sample());
        return switch (layer(layer)) {
            case Dense dense -> weightedSum(dense, z, value);
            case ActivationLayer alone -> Explanation.sum("z = a_prev", value, Term.of(input));
            case Dropout dropout ->
                Explanation.sum(
                        "z = a_prev · m",
                        value,
                        Term.of(input, factor("m", new Quantity.Mask(layer, z.row(), z.sample()))));
            case GaussianNoise noise ->
                Explanation.sum(
                        "z = a_prev + σ n",
                        value,
                        Term.of(input),
                        Term.of(factor("σ n", new Quantity.Added(layer, z.row(), z.sample()))));
            case BatchNormalization _, LayerNormalization _ -> normalized(z, value);
        };
    }

    private Explanation weightedSum(Dense dense, Quantity.Z z, double value) {
        List<Term> terms = new ArrayList<>();
        for (int input = 0; input < inputs(z.layer()); input++) {
            terms.add(Term.of(kernel("w", z.layer(), z.row(), input), input(z.layer(), input, z.sample())));
        }
        if (dense.useBias()) {
            terms.add(Term.of(bias("b", z.layer(), z.row())));
        }
        String equation = dense.useBias() ? "z = Σ w · a_prev + b" : "z = Σ w · a_prev";
        return Explanation.sum(equation, value, terms);
    }

    private Explanation normalized(Quantity.Z z, double value) {
        return Explanation.sum(
                "z = γ · x̂ + β",
                value,
                Term.of(
                        kernel("γ", z.layer(), z.row(), 0),
                        factor("x̂", new Quantity.Normal(z.layer(), z.row(), z.sample()))),
                Term.of(bias("β", z.layer(), z.row())));
    }

    Explanation explain(Quantity.A a, double value) {
        Activation f = trace.before().activation(a.layer());
        Factor z = factor("z", new Quantity.Z(a.layer(), a.row(), a.sample()));
        if (f instanceof Activation.Elementwise each) {
            return Explanation.formula("a = " + f.name() + "(z)", value, List.of(z), of -> each.f(of[0]));
        }
        List<Factor> all = IntStream.range(0, trace.z(a.layer()).numRows)
                .mapToObj(row -> factor("z", new Quantity.Z(a.layer(), row, a.sample())))
                .toList();
        return Explanation.formula("a = " + f.name() + "(z), over all z of the sample", value, all, of -> {
            DMatrixRMaj column = new DMatrixRMaj(of.length, 1, true, of);
            DMatrixRMaj result = column.createLike();
            f.apply(column, result);
            return result.data[a.row()];
        });
    }

    Explanation explain(Quantity.Slope slope, double value) {
        Activation.Elementwise f = (Activation.Elementwise) trace.before().activation(slope.layer());
        return Explanation.formula(
                "f′(z) of " + f.name(),
                value,
                List.of(
                        factor("z", new Quantity.Z(slope.layer(), slope.row(), slope.sample())),
                        factor("a", new Quantity.A(slope.layer(), slope.row(), slope.sample()))),
                of -> f.derivative(of[0], of[1]));
    }

    // --- Normalizations: over the batch for each unit, or over the units for each sample ---

    /// Returns whether the statistics are kept ones, which do not depend on the batch.
    boolean isFrozen(int layer) {
        return layer(layer) instanceof BatchNormalization batch && !batch.trainable();
    }

    Explanation explain(Quantity.Normal normal, double value) {
        int index = RecomputedNumbers.group(layer(normal.layer()), normal.row(), normal.sample());
        return Explanation.formula(
                "x̂ = (x − μ) · 1/√(σ² + ε)",
                value,
                List.of(
                        input(normal.layer(), normal.row(), normal.sample()),
                        factor("μ", new Quantity.Mean(normal.layer(), index)),
                        factor("1/√(σ² + ε)", new Quantity.Inverse(normal.layer(), index))),
                of -> (of[0] - of[1]) * of[2]);
    }

    /// Returns the numbers that a mean is taken of.
    private List<Factor> group(int layer, int index) {
        boolean batch = RecomputedNumbers.isOfBatch(layer(layer));
        return IntStream.range(0, batch ? trace.width() : inputs(layer))
                .mapToObj(i -> batch ? input(layer, index, i) : input(layer, i, index))
                .toList();
    }

    Explanation explain(Quantity.Mean mean, double value) {
        if (isFrozen(mean.layer())) {
            return Explanation.given("μ, kept from earlier steps", value);
        }
        List<Factor> group = group(mean.layer(), mean.index());
        Factor part = Factors.constant("1/n", 1.0 / group.size());
        return Explanation.sum(
                "μ = Σ x / n", value, group.stream().map(x -> Term.of(part, x)).toList());
    }

    Explanation explain(Quantity.Inverse inverse, double value) {
        if (isFrozen(inverse.layer())) {
            return Explanation.given("1/√(σ² + ε), kept from earlier steps", value);
        }
        double epsilon = RecomputedNumbers.epsilon(layer(inverse.layer()));
        List<Factor> arguments = new ArrayList<>(group(inverse.layer(), inverse.index()));
        int count = arguments.size();
        arguments.add(factor("μ", new Quantity.Mean(inverse.layer(), inverse.index())));
        return Explanation.formula("1/√(σ² + ε) with σ² = Σ (x − μ)² / n", value, arguments, of -> {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += (of[i] - of[count]) * (of[i] - of[count]);
            }
            return 1 / Math.sqrt(sum / count + epsilon);
        });
    }
}
