package org.stepback.nn.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Objective;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.explain.Explanation.Factor;
import org.stepback.nn.explain.Explanation.Term;

/// The terms of the loss and of the gradients of the output layer.
record LossTerms(Trace trace, Objective objective) implements Factors {
    private int last() {
        return trace.before().layers() - 1;
    }

    private int outputs() {
        return trace.z(last()).numRows;
    }

    private boolean isFused() {
        return objective.loss().fusesWith(objective.output());
    }

    private List<Factor> column(String symbol, int sample, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> factor(
                        symbol,
                        switch (symbol) {
                            case "z" -> new Quantity.Z(last(), row, sample);
                            case "a" -> new Quantity.A(last(), row, sample);
                            case "∂L/∂a" -> new Quantity.DA(last(), row, sample);
                            default -> new Quantity.Y(row, sample);
                        }))
                .toList();
    }

    @SafeVarargs
    private static List<Factor> joined(List<Factor>... columns) {
        return Stream.of(columns).flatMap(List::stream).toList();
    }

    private static DMatrixRMaj part(double[] numbers, int from, int count) {
        return new DMatrixRMaj(Arrays.copyOfRange(numbers, from, from + count));
    }

    Explanation explain(Quantity.SampleLoss loss, double value) {
        int outputs = outputs();
        int targets = trace.y().numRows;
        List<Factor> arguments =
                joined(column(isFused() ? "z" : "a", loss.sample(), outputs), column("y", loss.sample(), targets));
        String name = objective.loss().name();
        String equation = isFused()
                ? "L = " + name + " of " + objective.output().name() + "(z) and y, computed from z"
                : "L = " + name + "(a, y)";
        return Explanation.formula(equation, value, arguments, of -> {
            DMatrixRMaj output = part(of, 0, outputs);
            DMatrixRMaj y = part(of, outputs, targets);
            return isFused()
                    ? objective.loss().fusedOfSample(output, y, 0)
                    : objective.loss().ofSample(output, y, 0);
        });
    }

    /// Explains the mean over the batch, and the penalties.
    Explanation explain(double value) {
        Factor mean = Factors.constant("1/n", 1.0 / trace.width());
        List<Term> terms = new ArrayList<>();
        for (int sample = 0; sample < trace.width(); sample++) {
            Factor own = factor("L", new Quantity.SampleLoss(sample));
            terms.add((trace.isWeighted()
                            ? Term.of(mean, factor("weight", new Quantity.SampleWeight(sample)), own)
                            : Term.of(mean, own))
                    .ofSample(sample));
        }
        double penalty = trace.before().penalty();
        if (penalty != 0) {
            terms.add(Term.of(Factors.constant("penalties R", penalty)));
        }
        String equation = trace.isWeighted() ? "L = Σ weight · L / n" : "L = Σ L / n";
        return Explanation.sum(equation + (penalty == 0 ? "" : " + R"), value, terms);
    }

    /// `∂L/∂a` of the output layer.
    Explanation explain(Quantity.DA da, double value) {
        int outputs = outputs();
        int targets = trace.y().numRows;
        List<Factor> arguments = joined(column("a", da.sample(), outputs), column("y", da.sample(), targets));
        return perSample(
                "∂L/∂a of " + objective.loss().name() + ", over n samples", value, da.sample(), arguments, of -> {
                    DMatrixRMaj a = part(of, 0, outputs);
                    DMatrixRMaj result = a.createLike();
                    objective.loss().gradient(a, part(of, outputs, targets), result);
                    return result.data[da.row()];
                });
    }

    /// δ of the output layer: at once where loss and activation are fused, else by the chain rule.
    Explanation explain(Quantity.Delta delta, double value) {
        if (isFused()) {
            return fused(delta, value);
        }
        if (objective.output() instanceof Activation.Elementwise) {
            return new GradientTerms(trace).explain(delta, value);
        }
        int outputs = outputs();
        List<Factor> arguments = joined(
                column("∂L/∂a", delta.sample(), outputs),
                column("z", delta.sample(), outputs),
                column("a", delta.sample(), outputs));
        return Explanation.formula(
                "δ = Σ ∂L/∂a · ∂a/∂z of " + objective.output().name(), value, arguments, of -> {
                    DMatrixRMaj result = new DMatrixRMaj(outputs, 1);
                    objective
                            .output()
                            .backward(
                                    part(of, 0, outputs),
                                    part(of, outputs, outputs),
                                    part(of, 2 * outputs, outputs),
                                    result);
                    return result.data[delta.row()];
                });
    }

    private Explanation fused(Quantity.Delta delta, double value) {
        int outputs = outputs();
        int targets = trace.y().numRows;
        List<Factor> arguments = joined(
                column("z", delta.sample(), outputs),
                column("a", delta.sample(), outputs),
                column("y", delta.sample(), targets));
        String equation = "δ = (a − y) / n, " + objective.loss().name() + " and "
                + objective.output().name() + " fused: their factors cancel";
        return perSample(equation, value, delta.sample(), arguments, of -> {
            DMatrixRMaj result = new DMatrixRMaj(outputs, 1);
            objective
                    .loss()
                    .fusedGradient(
                            part(of, 0, outputs), part(of, outputs, outputs), part(of, 2 * outputs, targets), result);
            return result.data[delta.row()];
        });
    }

    /// Explains a gradient of one sample's loss, as a part of the batch's mean.
    private Explanation perSample(
            String equation, double value, int sample, List<Factor> own, ToDoubleFunction<double[]> gradient) {
        int count = own.size();
        List<Factor> arguments = new ArrayList<>(own);
        arguments.add(Factors.constant("1/n", 1.0 / trace.width()));
        if (trace.isWeighted()) {
            arguments.add(factor("weight", new Quantity.SampleWeight(sample)));
        }
        return Explanation.formula(equation, value, arguments, of -> {
            double weight = of.length > count + 1 ? of[count + 1] : 1;
            return gradient.applyAsDouble(of) * of[count] * weight;
        });
    }
}
