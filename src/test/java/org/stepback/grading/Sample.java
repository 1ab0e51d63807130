package org.stepback.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.data.Generator;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Option;
import org.stepback.exercise.Source;
import org.stepback.nn.Runs;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;

/// An exercise for the grader's tests.
///
/// `hand` is a 2-2-1 network whose numbers are worked out on paper for the one sample of `point`, x = (1, 2), y = 1:
/// z¹ = (1.1, −1), a¹ = (1.1, 0), z² = 1, a² = σ(1). `fit` trains a 2-5-1 network on two moons.
final class Sample {
    private static final Access LOCKED = new Access(Set.of());

    static final Exercise EXERCISE = new Exercise(
            "sample",
            "Sample",
            "For tests",
            List.of(
                    new Cell.Data(
                            "point",
                            "",
                            new Source.Literal(List.of(List.of(1.0, 2.0)), List.of(List.of(1.0)), List.of()),
                            0,
                            LOCKED),
                    new Cell.Net(
                            "hand",
                            "point",
                            List.of(new Dense(2, new Activation.Relu()), new Dense(1, new Activation.Sigmoid())),
                            new Initializer.GlorotUniform(),
                            0,
                            List.of(
                                    Runs.fromKeras(new double[][] {{0.5, -1}, {0.25, 1}}, new double[] {0.1, -2}),
                                    Runs.fromKeras(new double[][] {{2}, {3}}, new double[] {-1.2})),
                            LOCKED),
                    new Cell.Data("moons", "", new Source.Generated(Generator.TWO_MOONS, 200, 0.1, 7), 0.2, LOCKED),
                    new Cell.Net(
                            "net",
                            "moons",
                            List.of(new Dense(5, new Activation.Relu()), new Dense(1, new Activation.Sigmoid())),
                            new Initializer.GlorotUniform(),
                            1,
                            List.of(),
                            new Access(Set.of("layers", "seed"))),
                    new Cell.Train(
                            "fit",
                            "net",
                            "moons",
                            new Loss.BinaryCrossentropy(),
                            Optimization.of(new Adam()),
                            32,
                            20,
                            true,
                            3,
                            Map.of(),
                            List.of(),
                            new Access(Set.of("optimizer", "epochs", "batch_size"))),
                    new Cell.NumberQuestion("output", "What is a²?", Optional.empty(), Optional.empty()),
                    new Cell.ChoiceQuestion(
                            "why",
                            "Why?",
                            List.of(new Option("a", "It shrinks"), new Option("b", "It grows")),
                            Optional.empty())),
            Map.of(),
            Map.of("output", 2, "why", 1, "fit", 3));

    private Sample() {}
}
