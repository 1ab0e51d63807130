package org.stepback.exercise.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Resolved;

/// The sound exercises of the tests, and ways to edit them.
final class Lab {
    private static final CourseReading READING = CourseReader.read(Path.of("src/test/resources/exercises-sound"));

    private Lab() {}

    static Exercise exercise(String slug) {
        return READING.course().exercise(slug).orElseThrow();
    }

    static List<Exercise> exercises() {
        return READING.course().exercises();
    }

    /// The same exercise with every field open, so that each kind of edit can be tried.
    static Exercise open(String slug) {
        Exercise exercise = exercise(slug);
        return new Exercise(
                slug,
                exercise.title(),
                exercise.summary(),
                exercise.cells().stream().map(Lab::open).toList(),
                exercise.tables(),
                exercise.points());
    }

    private static Cell open(Cell cell) {
        Access all = new Access(Set.copyOf(CellReader.fields(cell)));
        return switch (cell) {
            case Cell.Data d -> new Cell.Data(d.id(), d.title(), d.source(), d.validationSplit(), all);
            case Cell.Net n -> new Cell.Net(n.id(), n.input(), n.layers(), n.initializer(), n.seed(), n.weights(), all);
            case Cell.Train t ->
                new Cell.Train(
                        t.id(),
                        t.network(),
                        t.data(),
                        t.loss(),
                        t.optimizer(),
                        t.batchSize(),
                        t.epochs(),
                        t.shuffle(),
                        t.seed(),
                        t.classWeights(),
                        t.callbacks(),
                        all);
            case Cell.Trace t -> new Cell.Trace(t.id(), t.train(), t.step(), t.sample(), all);
            case Cell.Prose p -> p;
            case Cell.NumberQuestion q -> q;
            case Cell.ChoiceQuestion q -> q;
        };
    }

    static Resolved resolve(Exercise exercise, Edit... edits) {
        return CellReader.resolve(exercise, List.of(edits));
    }

    /// What is said about one edit of the open exercise "rates".
    static List<String> said(String cell, String field, String json) {
        Resolved resolved = resolve(open("rates"), new Edit(cell, field, json));
        return resolved.problems().values().stream()
                .flatMap(List::stream)
                .map(FieldProblem::message)
                .toList();
    }

    /// JSON text of a list.
    static String list(int size, String item) {
        return "[" + String.join(",", Stream.generate(() -> item).limit(size).toList()) + "]";
    }
}
