package org.stepback.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.explain.Explanation;
import org.stepback.nn.explain.Explanation.Factor;
import org.stepback.nn.explain.Explanation.Term;
import org.stepback.nn.explain.Explanations;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;

/// Writes how a number of a step comes about.
record Equations(Trace trace, Symbols symbols) {
    private static final int TERMS = 6;

    Equations(Trace trace) {
        this(trace, new Symbols(trace));
    }

    Equation of(Quantity quantity) {
        Explanation explanation = new Explanations(trace).of(quantity);
        String name = symbols.of(quantity);
        if (explanation.terms().isEmpty()) {
            return new Equation(name, name + " = " + Tex.number(explanation.value()));
        }
        String right = right(quantity, explanation, symbols::of, true);
        String numbers = right(quantity, explanation, factor -> Tex.factor(factor.value()), false);
        String value = Tex.number(explanation.value());
        String between = Functions.bare(numbers).equals(value) ? "" : numbers + " = "; // a number is not said twice
        return new Equation(name + " = " + right, name + " = " + between + value);
    }

    /// Writes the right side of an equation, each factor by `write`.
    private String right(Quantity quantity, Explanation made, Function<Factor, String> write, boolean inSymbols) {
        if (made.isSum()) {
            return alone(made) instanceof Quantity.DA da
                            && da.layer() == trace.before().layers() - 1
                    ? right(da, new Explanations(trace).of(da), write, inSymbols)
                    : sum(made, write);
        }
        return switch (quantity) {
            case Quantity.A a
            when trace.before().activation(a.layer()) instanceof Activation.Elementwise f ->
                Functions.activation(f, write.apply(argument(made, 0)));
            case Quantity.A a -> softmax(a, write);
            case Quantity.Slope slope ->
                Functions.slope(
                        trace.before().activation(slope.layer()),
                        write.apply(argument(made, 0)),
                        write.apply(argument(made, 1)));
            case Quantity.SampleLoss(int sample) -> loss(sample, write, inSymbols);
            case Quantity.Delta delta when isDifference() -> difference(delta.row(), delta.sample(), "", write, made);
            case Quantity.DA da when isSquare() -> difference(da.row(), da.sample(), "2", write, made);
            default -> inSymbols ? general(made) : substituted(made);
        };
    }

    /// The only factor, where there is no other; null where there are several.
    private static @Nullable Quantity alone(Explanation made) {
        boolean single =
                made.terms().size() == 1 && made.terms().getFirst().factors().size() == 1;
        return single ? argument(made, 0).of().orElse(null) : null;
    }

    private static Factor argument(Explanation made, int index) {
        return made.terms().get(index).factors().getFirst();
    }

    private static String sum(Explanation made, Function<Factor, String> write) {
        List<Term> terms = made.terms();
        String shown = terms.stream()
                .limit(terms.size() > TERMS ? TERMS - 1 : TERMS)
                .map(term -> product(term, write))
                .collect(Collectors.joining(" + "));
        return terms.size() > TERMS ? shown + " + \\cdots + " + product(terms.getLast(), write) : shown;
    }

    private static String product(Term term, Function<Factor, String> write) {
        return term.factors().stream().map(write).collect(Collectors.joining(" \\cdot "));
    }

    // --- The output and the loss ---

    private Loss loss() {
        return trace.lossFunction();
    }

    private int outputs() {
        return trace.before().architecture().output().units();
    }

    private Factor prediction(int row, int sample) {
        return factor(new Quantity.A(trace.before().layers() - 1, row, sample));
    }

    private Factor target(int row, int sample) {
        return factor(new Quantity.Y(row, sample));
    }

    private Factor factor(Quantity of) {
        return new Factor("", trace.value(of), Optional.of(of));
    }

    private String softmax(Quantity.A a, Function<Factor, String> write) {
        Activation f = trace.before().activation(a.layer());
        if (!(f instanceof Activation.Softmax)) {
            return Functions.named(f.name());
        }
        IntFunction<String> power =
                row -> "e^{" + write.apply(factor(new Quantity.Z(a.layer(), row, a.sample()))) + "}";
        int shown = Math.min(outputs(), TERMS);
        String below = IntStream.range(0, shown).mapToObj(power).collect(Collectors.joining(" + "));
        return "\\frac{" + power.apply(a.row()) + "}{" + below + (shown < outputs() ? " + \\cdots" : "") + "}";
    }

    private String loss(int sample, Function<Factor, String> write, boolean inSymbols) {
        if (outputs() == 1) {
            return Functions.loss(loss(), write.apply(prediction(0, sample)), write.apply(target(0, sample)));
        }
        if (loss() instanceof Loss.Elementwise) {
            return meanLoss(sample, write);
        }
        if (loss() instanceof Loss.CategoricalCrossentropy) {
            int right = Columns.indexOfMax(trace.y(), sample);
            return inSymbols
                    ? "-\\sum_k y_k \\ln \\hat y_k"
                    : "-" + write.apply(target(right, sample)) + "\\ln " + write.apply(prediction(right, sample));
        }
        return Functions.named(loss().name()) + "(\\hat y,\\ y)";
    }

    /// Writes the mean of the losses of the outputs.
    private String meanLoss(int sample, Function<Factor, String> write) {
        int shown = Math.min(outputs(), TERMS / 2);
        String sum = IntStream.range(0, shown)
                .mapToObj(row ->
                        Functions.loss(loss(), write.apply(prediction(row, sample)), write.apply(target(row, sample))))
                .collect(Collectors.joining(" + "))
                .replace("+ -", "- ");
        return "\\tfrac{1}{" + outputs() + "}\\bigl(" + sum + (shown < outputs() ? " + \\cdots" : "") + "\\bigr)";
    }

    /// Returns whether the first error is just `(ŷ − y) / n`.
    private boolean isDifference() {
        return loss().fusesWith(trace.before().architecture().output().activation())
                && trace.y().numRows == outputs()
                && isPlain();
    }

    /// Smoothed labels are other targets than those that are shown.
    private boolean isPlain() {
        return switch (loss()) {
            case Loss.BinaryCrossentropy(double smoothing) -> smoothing == 0;
            case Loss.CategoricalCrossentropy(double smoothing) -> smoothing == 0;
            default -> false;
        };
    }

    private boolean isSquare() {
        return loss() instanceof Loss.MeanSquaredError;
    }

    private String difference(int row, int sample, String times, Function<Factor, String> write, Explanation made) {
        String inside = Functions.bare(write.apply(prediction(row, sample))) + " - " + write.apply(target(row, sample));
        Factor last = made.terms().getLast().factors().getFirst();
        String weight = last.of().isPresent() && last.of().get() instanceof Quantity.SampleWeight
                ? write.apply(last) + " \\cdot "
                : "";
        int share = trace.width() * (loss() instanceof Loss.Elementwise ? outputs() : 1); // what the means divide by
        if (share == 1) {
            return weight + (times.isEmpty() && weight.isEmpty() ? inside : times + "(" + inside + ")");
        }
        return weight + "\\frac{" + (times.isEmpty() ? inside : times + "(" + inside + ")") + "}{" + share + "}";
    }

    // --- All others: the rule, and what goes into it ---

    private static String general(Explanation made) {
        String rule = made.equation();
        int equals = rule.indexOf("= ");
        return Tex.of(equals < 0 ? rule : rule.substring(equals + 2));
    }

    private String substituted(Explanation made) {
        return made.terms().stream()
                .limit(TERMS)
                .map(term -> symbols.of(term.factors().getFirst()) + " = "
                        + Tex.number(term.factors().getFirst().value()))
                .distinct()
                .collect(Collectors.joining(
                        ",\\ ", "\\bigl[", made.terms().size() > TERMS ? ",\\ \\dots\\bigr]" : "\\bigr]"));
    }
}
