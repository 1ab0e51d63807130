package org.stepback.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanation;
import org.stepback.nn.explain.Explanation.Term;
import org.stepback.nn.explain.Explanations;

/// The factors of one number of a step with their values, each of which is made of others in turn.
///
/// @param symbol as TeX
/// @param rule in words and signs, such as `δ = ∂L/∂a · f′(z)`
/// @param sum whether it is the sum of its parts, and not another function of them
/// @param parts none where the number is given
/// @param left how many parts, the smallest of many, are not among them
/// @param leftValue what those add
public record Chain(
        Quantity of,
        String symbol,
        double value,
        String rule,
        Equation equation,
        boolean sum,
        List<Part> parts,
        int left,
        double leftValue) {
    /// Of more parts the largest are shown.
    static final int MOST = 24;

    public Chain {
        parts = List.copyOf(parts);
    }

    /// A product of factors.
    ///
    /// @param sample that it belongs to, where it is one of several
    public record Part(List<Link> factors, double value, OptionalInt sample) {
        public Part {
            factors = List.copyOf(factors);
        }
    }

    /// A factor.
    ///
    /// @param of which number it is; empty for a setting
    public record Link(String symbol, double value, Optional<Quantity> of) {}

    /// @throws IndexOutOfBoundsException where there is no such number
    public static Chain of(Trace trace, Quantity quantity) {
        Symbols symbols = new Symbols(trace);
        Explanation made = new Explanations(trace).of(quantity);
        List<Term> terms = made.terms();
        List<Integer> kept = IntStream.range(0, terms.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> made.isSum() ? -Math.abs(terms.get(i).value()) : i))
                .limit(MOST)
                .sorted()
                .toList();
        double left = made.isSum()
                ? IntStream.range(0, terms.size())
                        .filter(i -> !kept.contains(i))
                        .mapToDouble(i -> terms.get(i).value())
                        .sum()
                : 0;
        return new Chain(
                quantity,
                symbols.of(quantity),
                made.value(),
                made.equation(),
                new Equations(trace, symbols).of(quantity),
                made.isSum(),
                kept.stream()
                        .map(i -> part(terms.get(i), symbols, trace.width() > 1))
                        .toList(),
                terms.size() - kept.size(),
                left);
    }

    private static Part part(Term term, Symbols symbols, boolean many) {
        List<Link> factors = term.factors().stream()
                .map(factor -> new Link(symbols.of(factor), factor.value(), factor.of()))
                .toList();
        return new Part(factors, term.value(), many ? term.sample() : OptionalInt.empty());
    }
}
