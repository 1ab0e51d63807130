package org.stepback.nn.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.stepback.nn.math.Portable;
import org.stepback.nn.setting.Required;
import org.stepback.nn.setting.Settings;
import org.stepback.nn.setting.Tunable;
import org.stepback.nn.setting.Within;

/// The learning rate η of each step.
///
/// η₀ is the initial learning rate, k the steps done before this one, T the decay steps. Source: Keras 3,
/// `keras.optimizers.schedules`.
public sealed interface Schedule extends Tunable {
    /// Every schedule, in the order in which a picker shows them. Keras has no defaults for η₀, T and the decay rate:
    /// those here are ones to start from.
    List<Schedule> ALL = List.of(
            new Constant(0.01),
            new ExponentialDecay(0.01, 1000, 0.9, false),
            new PiecewiseConstantDecay(List.of(500.0, 1000.0), List.of(0.01, 0.005, 0.001)),
            new PolynomialDecay(0.01, 1000, 0.0001, 1, false),
            new InverseTimeDecay(0.01, 1000, 0.5, false),
            new CosineDecay(0.01, 1000, 0, OptionalDouble.empty(), 0),
            new CosineDecayRestarts(0.01, 1000, 2, 1, 0));

    /// Those that change the learning rate; one that stays is written as a number.
    List<Schedule> CHANGING = ALL.subList(1, ALL.size());

    /// Returns the schedule with this Keras name, if there is one.
    static Optional<Schedule> named(String name) {
        return ALL.stream().filter(schedule -> schedule.name().equals(name)).findFirst();
    }

    /// Returns the learning rate of a step.
    ///
    /// @param step how many steps were done before: 0 for the first
    double rate(long step);

    /// The same rate at every step.
    ///
    /// @param learningRate η; above 0, no default
    record Constant(@Required @Within("(0, 1000]") double learningRate) implements Schedule {
        public Constant {
            if (!(learningRate > 0 && Double.isFinite(learningRate))) {
                Settings.refuse("learning_rate must be a finite number above 0, but it is " + learningRate + ".");
            }
        }

        @Override
        public double rate(long step) {
            return learningRate;
        }

        /// None beyond what the constructor refuses: a lesson may let a run diverge.
        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }

    /// `η = η₀ rᵖ` with p = k / T; staircase rounds p down.
    ///
    /// @param initialLearningRate η₀; above 0, no default
    /// @param decaySteps T; at least 1, no default
    /// @param decayRate r, the factor of each T steps; above 0, no default
    /// @param staircase whether η falls only once in T steps
    record ExponentialDecay(
            @Required @Within("(0, 1000]") double initialLearningRate,
            @Required @Within("[1, 10000000]") long decaySteps,
            @Required @Within("(0, 10]") double decayRate,
            boolean staircase)
            implements Schedule {
        @Override
        public double rate(long step) {
            return initialLearningRate * Portable.power(decayRate, periods(step, decaySteps, staircase));
        }
    }

    /// `η = valuesᵢ`, where i counts the boundaries that lie below k.
    ///
    /// @param boundaries the last step of each piece but the last, rising; no default
    /// @param values the learning rate of each piece; above 0, no default
    record PiecewiseConstantDecay(
            @Required @Within("[0, 10000000]") List<Double> boundaries,
            @Required @Within("(0, 1000]") List<Double> values)
            implements Schedule {
        public PiecewiseConstantDecay {
            boundaries = List.copyOf(boundaries);
            values = List.copyOf(values);
        }

        @Override
        public double rate(long step) {
            int piece = 0;
            while (piece < boundaries.size() && step > boundaries.get(piece)) {
                piece++;
            }
            return values.get(piece);
        }

        @Override
        public Optional<String> problem() {
            if (values.size() != boundaries.size() + 1) {
                return Optional.of("values must be one more than the boundaries, but there are %d and %d."
                        .formatted(values.size(), boundaries.size()));
            }
            boolean rising =
                    IntStream.range(1, boundaries.size()).allMatch(i -> boundaries.get(i - 1) < boundaries.get(i));
            return rising ? Schedule.super.problem() : Optional.of("boundaries must rise, each above the one before.");
        }
    }

    /// `η = (η₀ − ηₑ) (1 − k/T)ᵖ + ηₑ` with the power p, and ηₑ from step T on.
    ///
    /// With cycle, T grows to its next multiple whenever k passes it, so that η rises again.
    ///
    /// @param initialLearningRate η₀; above 0, no default
    /// @param decaySteps T; at least 1, no default
    /// @param endLearningRate ηₑ; 0.0001 by default
    /// @param power p; 1 by default, a straight line
    /// @param cycle whether η rises again after T steps; false by default
    record PolynomialDecay(
            @Required @Within("(0, 1000]") double initialLearningRate,
            @Required @Within("[1, 10000000]") long decaySteps,
            @Within("[0, 1000]") double endLearningRate,
            @Within("(0, 10]") double power,
            boolean cycle)
            implements Schedule {
        @Override
        public double rate(long step) {
            double total = cycle ? decaySteps * Math.max(1, Math.ceil((double) step / decaySteps)) : decaySteps;
            double left = 1 - Math.min(step, total) / total;
            return (initialLearningRate - endLearningRate) * Portable.power(left, power) + endLearningRate;
        }
    }

    /// `η = η₀ / (1 + r p)` with p = k / T; staircase rounds p down.
    ///
    /// @param initialLearningRate η₀; above 0, no default
    /// @param decaySteps T; at least 1, no default
    /// @param decayRate r; at least 0, no default
    /// @param staircase whether η falls only once in T steps; false by default
    record InverseTimeDecay(
            @Required @Within("(0, 1000]") double initialLearningRate,
            @Required @Within("[1, 10000000]") long decaySteps,
            @Required @Within("[0, 1000]") double decayRate,
            boolean staircase)
            implements Schedule {
        @Override
        public double rate(long step) {
            return initialLearningRate / (1 + decayRate * periods(step, decaySteps, staircase));
        }
    }

    /// Half a wave down from η₀ to α η₀: `η = η₀ ((1 − α) (1 + cos(π k/T)) / 2 + α)`, Loshchilov and Hutter 2017.
    ///
    /// With a warm-up target, η first rises evenly from η₀ to the target in the warm-up steps; then the wave goes
    /// down from the target. Without one there is no warm-up.
    ///
    /// @param initialLearningRate η₀; at least 0, no default
    /// @param decaySteps T, the length of the wave; at least 1, no default
    /// @param alpha α, the part of η₀ that is left at the end; 0 by default, 0 to 1
    /// @param warmupTarget η at the end of the warm-up; none by default
    /// @param warmupSteps the length of the warm-up; 0 by default
    record CosineDecay(
            @Required @Within("[0, 1000]") double initialLearningRate,
            @Required @Within("[1, 10000000]") long decaySteps,
            @Within("[0, 1]") double alpha,
            @Within("(0, 1000]") OptionalDouble warmupTarget,
            @Within("[0, 10000000]") long warmupSteps)
            implements Schedule {
        @Override
        public double rate(long step) {
            if (warmupTarget.isEmpty()) {
                return initialLearningRate * wave((double) Math.min(step, decaySteps) / decaySteps, alpha);
            }
            double target = warmupTarget.getAsDouble();
            if (step < warmupSteps) {
                return (target - initialLearningRate) * step / warmupSteps + initialLearningRate;
            }
            return target * wave((double) Math.min(step - warmupSteps, decaySteps) / decaySteps, alpha);
        }
    }

    /// The wave of [CosineDecay] again and again: each is t_mul times as long as the one before, and starts m_mul times
    /// as high. Loshchilov and Hutter 2017, "SGDR".
    ///
    /// @param initialLearningRate η₀; above 0, no default
    /// @param firstDecaySteps the length of the first wave; at least 1, no default
    /// @param tMul the length of a wave over that of the one before; 2 by default, 1 to 10
    /// @param mMul the height of a wave over that of the one before; 1 by default, above 0
    /// @param alpha α, the part of η₀ that is left at the end of each wave; 0 by default, 0 to 1
    record CosineDecayRestarts(
            @Required @Within("(0, 1000]") double initialLearningRate,
            @Required @Within("[1, 10000000]") long firstDecaySteps,
            @Within("[1, 10]") double tMul,
            @Within("(0, 10]") double mMul,
            @Within("[0, 1]") double alpha)
            implements Schedule {
        @Override
        public double rate(long step) {
            double waves = (double) step / firstDecaySteps; // as long as the first one
            double restarts = tMul == 1
                    ? Math.floor(waves)
                    : Math.floor(StrictMath.log(1 - waves * (1 - tMul)) / StrictMath.log(tMul));
            double length = Portable.power(tMul, restarts);
            double before = tMul == 1 ? restarts : (1 - length) / (1 - tMul);
            double part = Math.clamp((waves - before) / length, 0, 1);
            double height = Portable.power(mMul, restarts);
            return initialLearningRate * ((1 - alpha) * height * wave(part, 0) + alpha);
        }
    }

    private static double periods(long step, long length, boolean whole) {
        double periods = (double) step / length;
        return whole ? Math.floor(periods) : periods;
    }

    /// Returns the height of the wave: 1 at part 0, down to α at part 1.
    private static double wave(double part, double alpha) {
        return (1 - alpha) * (1 + Portable.cosineOfHalfTurn(part)) / 2 + alpha;
    }
}
