package org.stepback.nn.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.stepback.nn.Quantity;

/// The terms of a number of a [Trace], one link of the chain rule back.
///
/// @param equation in symbols, such as `∂L/∂w = Σ δ · a`
/// @param terms what it is made of; empty where the number is given
/// @param combination how the terms make the number
/// @param value the number, as the trainer has it
public record Explanation(String equation, List<Term> terms, ToDoubleFunction<List<Term>> combination, double value) {
    /// Most are a sum of products.
    static final ToDoubleFunction<List<Term>> SUM =
            terms -> terms.stream().mapToDouble(Term::value).sum();

    public Explanation {
        terms = List.copyOf(terms);
    }

    /// A number in a product.
    ///
    /// @param symbol such as `δ`
    /// @param of which number of the trace it is; empty for a setting such as η
    public record Factor(String symbol, double value, Optional<Quantity> of) {}

    /// A product.
    ///
    /// @param sample that it belongs to, where it belongs to one of several
    public record Term(List<Factor> factors, OptionalInt sample) {
        public Term {
            factors = List.copyOf(factors);
        }

        static Term of(Factor... factors) {
            return new Term(Arrays.asList(factors), OptionalInt.empty());
        }

        Term ofSample(int place) {
            return new Term(factors, OptionalInt.of(place));
        }

        public double value() {
            return factors.stream().mapToDouble(Factor::value).reduce(1, (a, b) -> a * b);
        }
    }

    /// Returns a number that is given: data, a weight before the step, a random number.
    static Explanation given(String what, double value) {
        return new Explanation(what, List.of(), terms -> value, value);
    }

    /// Returns a number that is a sum of products.
    static Explanation sum(String equation, double value, List<Term> terms) {
        return new Explanation(equation, terms, SUM, value);
    }

    static Explanation sum(String equation, double value, Term... terms) {
        return sum(equation, value, List.of(terms));
    }

    /// Returns a number that is a function of others.
    static Explanation formula(
            String equation, double value, List<Factor> arguments, ToDoubleFunction<double[]> function) {
        List<Term> terms = arguments.stream().map(Term::of).toList();
        return new Explanation(
                equation,
                terms,
                given -> function.applyAsDouble(
                        given.stream().mapToDouble(Term::value).toArray()),
                value);
    }

    /// Returns whether the number is the sum of the terms, and not another function of them.
    public boolean isSum() {
        return combination == SUM;
    }

    /// Returns the number made of the terms again: [#value], but for the order of a sum.
    public double combined() {
        return combination.applyAsDouble(terms);
    }
}
