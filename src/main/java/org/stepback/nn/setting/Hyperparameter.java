package org.stepback.nn.setting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.stepback.number.NumberText;

/// A setting of something [Tunable], by Keras's name, with its value and what a form accepts for it.
public sealed interface Hyperparameter {
    /// Keras's name, such as `learning_rate`.
    String name();

    /// Returns the value as the record holds it.
    Object value();

    /// Returns whether Keras has no default for it, so that it must be given.
    default boolean required() {
        return false;
    }

    /// Returns why the value is out of bounds, as a sentence; empty if it is within.
    default Optional<String> problem() {
        return Optional.empty();
    }

    /// Yes or no.
    record Flag(String name, Boolean value) implements Hyperparameter {}

    /// A number.
    ///
    /// @param whole whether it counts something
    record Number(String name, Double value, Interval within, boolean whole, boolean required)
            implements Hyperparameter {
        @Override
        public Optional<String> problem() {
            return refusal(name, within, value);
        }
    }

    /// A number that may be left out: Keras's None.
    record Maybe(String name, OptionalDouble value, Interval within) implements Hyperparameter {
        @Override
        public Optional<String> problem() {
            return value.isPresent() ? refusal(name, within, value.getAsDouble()) : Optional.empty();
        }
    }

    /// One of several things by its name, which may have settings of its own.
    ///
    /// @param value the thing, or an Optional of it where it may be left out
    /// @param all what can be chosen
    record Choice(String name, Object value, List<? extends Named> all, boolean required) implements Hyperparameter {
        /// Returns what is chosen; empty where nothing is.
        public Optional<Named> chosen() {
            return value instanceof Optional<?> maybe ? maybe.map(Named.class::cast) : Optional.of((Named) value);
        }

        @Override
        public Optional<String> problem() {
            return chosen().filter(Tunable.class::isInstance).flatMap(thing -> ((Tunable) thing).problem());
        }
    }

    /// A list of numbers.
    record Numbers(String name, List<Double> value, Interval within, boolean required) implements Hyperparameter {
        @Override
        public Optional<String> problem() {
            return value.stream()
                    .map(number -> refusal(name, within, number))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    private static Optional<String> refusal(String name, Interval within, double number) {
        return within.contains(number)
                ? Optional.empty()
                : Optional.of("%s must be %s, but it is %s.".formatted(name, within.words(), NumberText.plain(number)));
    }

    /// Returns the first problem of several settings.
    static Optional<String> firstProblem(Stream<Hyperparameter> settings) {
        return settings.map(Hyperparameter::problem).flatMap(Optional::stream).findFirst();
    }
}
