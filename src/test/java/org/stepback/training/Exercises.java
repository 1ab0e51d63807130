package org.stepback.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepback.data.Generator;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Source;
import org.stepback.exercise.read.CellReader;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;

/// The exercise of the tests: two moons, a small network, and the train cells `fit1` to `fit6`.
final class Exercises {
    static final String SLUG = "moons";

    private Exercises() {}

    /// 40 training samples in 3 steps an epoch, 10 to validate with.
    static Exercise moons(int epochs) {
        return moons(epochs, 7);
    }

    static Exercise moons(int epochs, long dataSeed) {
        Cell data = new Cell.Data(
                "data",
                "Two moons",
                new Source.Generated(Generator.TWO_MOONS, 50, 0.1, dataSeed),
                0.2,
                access("samples"));
        Cell net = new Cell.Net(
                "net",
                "data",
                List.of(new Dense(5, new Activation.Relu()), new Dense(1, new Activation.Sigmoid())),
                new Initializer.GlorotUniform(),
                1,
                List.of(),
                access("layers"));
        Stream<Cell> trainings = IntStream.rangeClosed(1, 6).mapToObj(i -> training("fit" + i, epochs));
        return new Exercise(
                SLUG,
                "Two moons",
                "For the tests.",
                Stream.concat(Stream.of(data, net), trainings).toList(),
                Map.of(),
                Map.of());
    }

    private static Cell training(String id, int epochs) {
        return new Cell.Train(
                id,
                "net",
                "data",
                new Loss.BinaryCrossentropy(),
                new Adam().at(0.01),
                16,
                epochs,
                true,
                3,
                Map.of(),
                List.of(),
                access("optimizer", "epochs", "batch_size", "loss"));
    }

    private static Access access(String... fields) {
        return new Access(Set.of(fields));
    }

    static Resolved resolved(Exercise exercise, Edit... edits) {
        return CellReader.resolve(exercise, List.of(edits));
    }

    static Optional<Exercise> find(Exercise exercise, String slug) {
        return Optional.of(exercise).filter(e -> e.slug().equals(slug));
    }
}
