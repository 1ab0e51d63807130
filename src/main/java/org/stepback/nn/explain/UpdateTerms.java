package org.stepback.nn.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepback.nn.Quantity;
import org.stepback.nn.RecomputedNumbers;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanation.Factor;
import org.stepback.nn.explain.Explanation.Term;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.WeightChange;
import org.stepback.nn.regularizer.Regularizer;

/// The terms of an update: clipping, the optimizer's memory, its rule, and weight decay.
record UpdateTerms(Trace trace) implements Factors {
    private Optimizer rule() {
        return trace.optimizer().rule();
    }

    private Factor rate() {
        return Factors.constant("η", trace.learningRate());
    }

    private static boolean isLearnt(Trace trace, Quantity.Weight of) {
        return trace.learns(of.layer(), of.tensor());
    }

    Explanation explain(Quantity.Clipped clipped, double value) {
        Factor raw = factor("∂L/∂w", new Quantity.Gradient(clipped.of()));
        if (!isLearnt(trace, clipped.of())) {
            return Explanation.sum("g = ∂L/∂w, of a frozen layer", value, Term.of(raw));
        }
        return switch (trace.optimizer().clipping()) {
            case Clipping.None none -> Explanation.sum("g = ∂L/∂w", value, Term.of(raw));
            case Clipping.Clipvalue(double limit) ->
                Explanation.formula(
                        "g = ∂L/∂w, cut off at ±c",
                        value,
                        List.of(raw, Factors.constant("c", limit)),
                        of -> Math.min(Math.max(of[0], -of[1]), of[1]));
            case Clipping.Clipnorm(double limit) -> scaled(raw, value, limit, norm(clipped.of()));
            case Clipping.GlobalClipnorm(double limit) -> scaled(raw, value, limit, globalNorm());
        };
    }

    private static Explanation scaled(Factor raw, double value, double limit, double norm) {
        Factor scale = Factors.constant("c / max(‖∂L/∂w‖, c)", norm > limit ? limit / norm : 1);
        return Explanation.sum("g = ∂L/∂w · c / max(‖∂L/∂w‖, c)", value, Term.of(raw, scale));
    }

    private double norm(Quantity.Weight of) {
        return Tensors.norm(of.tensor() == Quantity.Tensor.KERNEL ? trace.dW(of.layer()) : trace.db(of.layer()));
    }

    private double globalNorm() {
        double norm = 0;
        for (int layer = 0; layer < trace.before().layers(); layer++) {
            for (Quantity.Tensor tensor : Quantity.Tensor.values()) {
                if (trace.learns(layer, tensor)) {
                    norm = StrictMath.hypot(norm, norm(new Quantity.Weight(layer, tensor, 0, 0)));
                }
            }
        }
        return norm;
    }

    private Explanation cut(Quantity.Weight of, double value) {
        Factor nothing = Factors.constant("0", 0);
        List<Term> terms =
                List.of(Term.of(nothing, factor("w", of)), Term.of(nothing, factor("Δw", new Quantity.Change(of))));
        return Explanation.sum("w_new = 0 · (w + Δw): its penalty cuts the link", value, terms);
    }

    private Optional<Regularizer> penalty(Quantity.Weight of) {
        if (!(trace.before().layer(of.layer()) instanceof Dense dense) || !isLearnt(trace, of)) {
            return Optional.empty();
        }
        return of.tensor() == Quantity.Tensor.KERNEL ? dense.kernelRegularizer() : dense.biasRegularizer();
    }

    private Factor gradient(Quantity.Weight of) {
        return factor("g", new Quantity.Clipped(of));
    }

    private Factor memory(Quantity.Weight of, int slot, boolean after) {
        String name = rule().slots().get(slot).name();
        return factor(after ? name : name + "_prev", new Quantity.Memory(of, slot, after));
    }

    private List<Factor> memoriesBefore(Quantity.Weight of) {
        return IntStream.range(0, rule().slots().size())
                .mapToObj(slot -> memory(of, slot, false))
                .toList();
    }

    /// Explains a slot after the step by the rule, on this weight alone.
    Explanation explain(Quantity.Memory memory, double value) {
        if (!memory.after()) {
            return Explanation.given(rule().slots().get(memory.slot()).name() + ", before the step", value);
        }
        List<Factor> arguments = new ArrayList<>(List.of(rate(), gradient(memory.of())));
        arguments.add(decayed(memory.of()));
        arguments.addAll(memoriesBefore(memory.of()));
        return Explanation.formula(
                rule().slots().get(memory.slot()).equation(), value, arguments, of -> once(of)[1 + memory.slot()]);
    }

    /// Returns the weight as the rule finds it: `w − η λ w` with weight decay.
    private Factor decayed(Quantity.Weight of) {
        String symbol = trace.optimizer().weightDecay() == 0 ? "w" : "w − η λ w";
        return new Factor(symbol, new RecomputedNumbers(trace).decayed(of), Optional.of(of));
    }

    /// Applies the rule to one weight.
    ///
    /// @param of η, g, w, and the slots before
    /// @return w after, and the slots after
    private double[] once(double[] of) {
        double[] w = {of[2]};
        double[][] slots = Arrays.stream(of, 3, of.length)
                .mapToObj(before -> new double[] {before})
                .toArray(double[][]::new);
        rule().update(of[0], trace.t(), w, new double[] {of[1]}, slots);
        return DoubleStream.concat(Arrays.stream(w), Arrays.stream(slots).flatMapToDouble(Arrays::stream))
                .toArray();
    }

    Explanation explain(Quantity.Change change, double value) {
        return isLearnt(trace, change.of())
                ? explained(change.of(), value)
                : Explanation.given("0, as the layer is frozen", value);
    }

    private Explanation explained(Quantity.Weight of, double value) {
        WeightChange change = rule().change();
        List<Factor> arguments = new ArrayList<>(List.of(rate(), gradient(of)));
        for (WeightChange.Operand operand : change.operands()) {
            arguments.add(
                    switch (operand) {
                        case WeightChange.Weight weight -> decayed(of);
                        case WeightChange.Remembered(int slot, boolean after) -> memory(of, slot, after);
                    });
        }
        return Explanation.formula(
                change.equation(), value, arguments, n -> change.function().of(trace.t(), n));
    }

    Explanation explain(Quantity.NewWeight weight, double value) {
        if (value == 0
                && penalty(weight.of()).filter(Regularizer::changesAfterUpdate).isPresent()) {
            return cut(weight.of(), value);
        }
        List<Term> terms = new ArrayList<>();
        Factor w = factor("w", weight.of());
        terms.add(Term.of(w));
        double decay = isLearnt(trace, weight.of()) ? trace.optimizer().weightDecay() : 0;
        if (decay > 0) {
            terms.add(Term.of(Factors.constant("−η", -trace.learningRate()), Factors.constant("λ", decay), w));
        }
        terms.add(Term.of(factor("Δw", new Quantity.Change(weight.of()))));
        return Explanation.sum(decay > 0 ? "w_new = w − η λ w + Δw" : "w_new = w + Δw", value, terms);
    }
}
