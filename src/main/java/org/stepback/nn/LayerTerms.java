package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Explanation.Factor;
import org.stepback.nn.Explanation.Term;

/// What the numbers of a forward pass are made of.
record LayerTerms(Trace trace) {
    private Layer layer(int layer) {
        return trace.before().layer(layer);
    }

    private int inputs(int layer) {
        return trace.before().architecture().inputsOf(layer);
    }

    Explanation explain(Quantity.Z z, double value) {
        int layer = z.layer();
        Factor input = layer(layer) instanceof Dense ? null : trace.input(layer, z.row(), z.sample());
        return switch (layer(layer)) {
            case Dense dense -> weightedSum(dense, z, value);
            case ActivationLayer alone -> sum("z = a_prev", value, Term.of(input));
            case Dropout dropout ->
                sum(
                        "z = a_prev · m",
                        value,
                        Term.of(input, trace.factor("m", new Quantity.Mask(layer, z.row(), z.sample()))));
            case GaussianNoise noise ->
                sum(
                        "z = a_prev + σ n",
                        value,
                        Term.of(input),
                        Term.of(trace.factor("σ n", new Quantity.Added(layer, z.row(), z.sample()))));
            case BatchNormalization batch -> normalized(z, value);
            case LayerNormalization each -> normalized(z, value);
        };
    }

    private static Explanation sum(String equation, double value, Term... terms) {
        return new Explanation(equation, List.of(terms), Explanation.SUM, value);
    }

    private Explanation weightedSum(Dense dense, Quantity.Z z, double value) {
        List<Term> terms = new ArrayList<>();
        for (int input = 0; input < inputs(z.layer()); input++) {
            terms.add(Term.of(trace.kernel("w", z.layer(), z.row(), input), trace.input(z.layer(), input, z.sample())));
        }
        if (dense.useBias()) {
            terms.add(Term.of(trace.bias("b", z.layer(), z.row())));
        }
        String equation = dense.useBias() ? "z = Σ w · a_prev + b" : "z = Σ w · a_prev";
        return new Explanation(equation, terms, Explanation.SUM, value);
    }

    private Explanation normalized(Quantity.Z z, double value) {
        return sum(
                "z = γ · x̂ + β",
                value,
                Term.of(
                        trace.kernel("γ", z.layer(), z.row(), 0),
                        trace.factor("x̂", new Quantity.Normal(z.layer(), z.row(), z.sample()))),
                Term.of(trace.bias("β", z.layer(), z.row())));
    }

    Explanation explain(Quantity.A a, double value) {
        Activation f = trace.before().activation(a.layer());
        Factor z = trace.factor("z", new Quantity.Z(a.layer(), a.row(), a.sample()));
        if (f instanceof Activation.Elementwise each) {
            return Explanation.formula("a = " + f.name() + "(z)", value, List.of(z), of -> each.f(of[0]));
        }
        List<Factor> all = IntStream.range(0, trace.z(a.layer()).numRows)
                .mapToObj(row -> trace.factor("z", new Quantity.Z(a.layer(), row, a.sample())))
                .toList();
        return Explanation.formula("a = " + f.name() + "(z), over all z of the sample", value, all, of -> {
            DMatrixRMaj column = new DMatrixRMaj(of.length, 1, true, of);
            DMatrixRMaj result = column.createLike();
            f.apply(column, result);
            return result.data[a.row()];
        });
    }

    double slope(int layer, int row, int sample) {
        return trace.before().activation(layer) instanceof Activation.Elementwise f
                ? f.derivative(trace.z(layer).get(row, sample), trace.a(layer).get(row, sample))
                : Double.NaN;
    }

    Explanation explain(Quantity.Slope slope, double value) {
        Activation.Elementwise f = (Activation.Elementwise) trace.before().activation(slope.layer());
        return Explanation.formula(
                "f′(z) of " + f.name(),
                value,
                List.of(
                        trace.factor("z", new Quantity.Z(slope.layer(), slope.row(), slope.sample())),
                        trace.factor("a", new Quantity.A(slope.layer(), slope.row(), slope.sample()))),
                of -> f.derivative(of[0], of[1]));
    }

    // --- Normalizations: over the batch for each unit, or over the units for each sample ---

    private boolean isOfBatch(int layer) {
        return layer(layer) instanceof BatchNormalization;
    }

    /// Whether the statistics are kept ones, which do not depend on the batch.
    boolean isFrozen(int layer) {
        return layer(layer) instanceof BatchNormalization batch && !batch.trainable();
    }

    private double epsilon(int layer) {
        return switch (layer(layer)) {
            case BatchNormalization batch -> batch.epsilon();
            case LayerNormalization each -> each.epsilon();
            default -> throw new IllegalArgumentException("Layer " + layer + " does not normalize.");
        };
    }

    double mean(Quantity.Mean mean) {
        return isOfBatch(mean.layer())
                ? trace.memo(mean.layer()).get(mean.index(), 0)
                : trace.memo(mean.layer()).get(0, mean.index());
    }

    double inverse(Quantity.Inverse inverse) {
        return isOfBatch(inverse.layer())
                ? 1 / Math.sqrt(trace.memo(inverse.layer()).get(inverse.index(), 1) + epsilon(inverse.layer()))
                : trace.memo(inverse.layer()).get(1, inverse.index());
    }

    double normal(Quantity.Normal normal) {
        double x = trace.input(normal.layer(), normal.row(), normal.sample()).value();
        int index = index(normal.layer(), normal.row(), normal.sample());
        return (x - mean(new Quantity.Mean(normal.layer(), index)))
                * inverse(new Quantity.Inverse(normal.layer(), index));
    }

    /// Which mean a number belongs to.
    int index(int layer, int row, int sample) {
        return isOfBatch(layer) ? row : sample;
    }

    Explanation explain(Quantity.Normal normal, double value) {
        int index = index(normal.layer(), normal.row(), normal.sample());
        return Explanation.formula(
                "x̂ = (x − μ) · 1/√(σ² + ε)",
                value,
                List.of(
                        trace.input(normal.layer(), normal.row(), normal.sample()),
                        trace.factor("μ", new Quantity.Mean(normal.layer(), index)),
                        trace.factor("1/√(σ² + ε)", new Quantity.Inverse(normal.layer(), index))),
                of -> (of[0] - of[1]) * of[2]);
    }

    /// The numbers that a mean is taken of.
    private List<Factor> group(int layer, int index) {
        boolean batch = isOfBatch(layer);
        return IntStream.range(0, batch ? trace.width() : inputs(layer))
                .mapToObj(i -> batch ? trace.input(layer, index, i) : trace.input(layer, i, index))
                .toList();
    }

    Explanation explain(Quantity.Mean mean, double value) {
        if (isFrozen(mean.layer())) {
            return Explanation.given("μ, kept from earlier steps", value);
        }
        List<Factor> group = group(mean.layer(), mean.index());
        Factor part = Trace.constant("1/n", 1.0 / group.size());
        return new Explanation(
                "μ = Σ x / n", group.stream().map(x -> Term.of(part, x)).toList(), Explanation.SUM, value);
    }

    Explanation explain(Quantity.Inverse inverse, double value) {
        if (isFrozen(inverse.layer())) {
            return Explanation.given("1/√(σ² + ε), kept from earlier steps", value);
        }
        double epsilon = epsilon(inverse.layer());
        List<Factor> arguments = new ArrayList<>(group(inverse.layer(), inverse.index()));
        int count = arguments.size();
        arguments.add(trace.factor("μ", new Quantity.Mean(inverse.layer(), inverse.index())));
        return Explanation.formula("1/√(σ² + ε) with σ² = Σ (x − μ)² / n", value, arguments, of -> {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += (of[i] - of[count]) * (of[i] - of[count]);
            }
            return 1 / Math.sqrt(sum / count + epsilon);
        });
    }
}
