package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stepback.data.Generator;
import org.stepback.exercise.Access;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Check;
import org.stepback.exercise.Course;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Option;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.Shape;
import org.stepback.exercise.Solution;
import org.stepback.exercise.Source;
import org.stepback.exercise.TrainingChart;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Sgd;

class CourseReaderTest {
    private final CourseReading reading = CourseReader.read(Path.of("src/test/resources/exercises-sound"));
    private final Exercise byHand = reading.course().exercise("by-hand").orElseThrow();
    private final Exercise rates = reading.course().exercise("rates").orElseThrow();

    @Test
    void a_sound_course_has_its_parts_in_order() {
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.course().title()).isEqualTo("How a network learns");
        assertThat(reading.course().parts()).extracting(Course.Part::title).containsExactly("By hand", "On data");
        assertThat(reading.course().exercises()).extracting(Exercise::slug).containsExactly("by-hand", "rates");
    }

    @Test
    void an_exercise_has_its_cells_in_order() {
        assertThat(byHand.title()).isEqualTo("Forward propagation by hand");
        assertThat(byHand.summary()).isEqualTo("Two inputs, two hidden units, one output");
        assertThat(byHand.cells()).extracting(Cell::id).containsExactly("p1", "points", "net", "p2", "z2", "meaning");
        assertThat(byHand.points()).isEqualTo(Map.of("z2", 3, "meaning", 1));
        assertThat(byHand.totalPoints()).isEqualTo(4);
    }

    @Test
    void prose_keeps_its_markdown_and_other_fences() {
        assertThat(((Cell.Prose) byHand.cells().getFirst()).markdown())
                .startsWith("# The numbers\n\nThe first unit")
                .endsWith("z = W @ x + b   # not a cell\n```");
        assertThat(byHand.cell("p2")).contains(new Cell.Prose("p2", "Now compute."));
    }

    @Test
    void literal_data_is_read_row_by_row() {
        Cell.Data points = (Cell.Data) byHand.cell("points").orElseThrow();
        assertThat(points)
                .isEqualTo(new Cell.Data(
                        "points",
                        "One point",
                        new Source.Literal(
                                List.of(List.of(1.0, 2.0), List.of(.5, -1.0)),
                                List.of(List.of(1.0), List.of(0.0)),
                                List.of()),
                        0,
                        new Access(Set.of())));
        assertThat(byHand.shape(points)).isEqualTo(new Shape(2, 2, 1, 2));
        assertThat(byHand.dataset(points).x().getData()).containsExactly(1, .5, 2, -1);
    }

    @Test
    void weights_are_in_kerass_layout() {
        Cell.Net net = (Cell.Net) byHand.cell("net").orElseThrow();
        assertThat(net.weights().getFirst().kernel().getData()).containsExactly(.1, .3, .2, .4);
        assertThat(net.weights().getFirst().bias().getData()).containsExactly(0, .5);
        assertThat(net.weights().getLast().kernel().getData()).containsExactly(1, -1);
        assertThat(net.access()).isEqualTo(new Access(Set.of()));
    }

    @Test
    void questions_are_read() {
        assertThat(byHand.cell("z2"))
                .contains(new Cell.NumberQuestion(
                        "z2", "What is $z_2$ of the second hidden unit?", Optional.of("units of z"), Optional.empty()));
        assertThat(byHand.cell("meaning"))
                .contains(new Cell.ChoiceQuestion(
                        "meaning",
                        "What does the output say?",
                        List.of(new Option("a", "A probability"), new Option("b", "A distance")),
                        Optional.empty()));
    }

    @Test
    void generated_data_networks_and_trainings_are_read() {
        assertThat(rates.cell("moons"))
                .contains(new Cell.Data(
                        "moons",
                        "Two moons",
                        new Source.Generated(Generator.TWO_MOONS, 400, .15, 7),
                        .2,
                        new Access(Set.copyOf(DataReader.GENERATED))));
        assertThat(rates.cell("net"))
                .contains(new Cell.Net(
                        "net",
                        "moons",
                        List.of(new Dense(5, new Activation.Relu()), new Dense(1, new Activation.Sigmoid())),
                        new Initializer.HeNormal(),
                        1,
                        List.of(),
                        new Access(Set.copyOf(NetReader.FIELDS))));
        assertThat(rates.cell("fit"))
                .contains(new Cell.Train(
                        "fit",
                        "net",
                        "moons",
                        new Loss.BinaryCrossentropy(),
                        new Adam().at(.00001),
                        32,
                        40,
                        true,
                        2,
                        Map.of(),
                        List.of(),
                        new Access(Set.of("optimizer", "epochs"))));
        assertThat(rates.cell("plain"))
                .contains(new Cell.Train(
                        "plain",
                        "net",
                        "moons",
                        new Loss.MeanSquaredError(),
                        Optimization.of(new Sgd()),
                        32,
                        1,
                        false,
                        0,
                        Map.of(),
                        List.of(),
                        List.of(TrainingChart.ACCURACY, TrainingChart.LOSS_SURFACE),
                        new Access(Set.copyOf(TrainReader.FIELDS))));
    }

    @Test
    void a_training_that_names_no_charts_shows_loss_and_gradients() {
        assertThat(((Cell.Train) rates.cell("fit").orElseThrow()).charts())
                .containsExactly(TrainingChart.LOSS, TrainingChart.GRADIENTS);
    }

    @Test
    void tables_come_from_the_folder_and_from_the_lab() {
        Cell.Data towns = (Cell.Data) rates.cell("towns").orElseThrow();
        Cell.Data flowers = (Cell.Data) rates.cell("flowers").orElseThrow();
        assertThat(rates.shape(towns)).isEqualTo(new Shape(3, 2, 1, 2));
        assertThat(rates.dataset(towns).classes()).containsExactly("coast", "hill");
        assertThat(rates.shape(flowers)).isEqualTo(new Shape(150, 4, 3, 3));
        assertThat(rates.dataset(flowers).split(.2).validation().y().getData())
                .as("the flowers held out are not all of one species")
                .hasSize(90)
                .containsSubsequence(1, 0, 1);
    }

    @Test
    void shapes_agree_with_the_data() {
        for (Exercise exercise : reading.course().exercises()) {
            for (Cell cell : exercise.cells()) {
                if (cell instanceof Cell.Data data) {
                    var drawn = exercise.dataset(data);
                    assertThat(exercise.shape(data))
                            .isEqualTo(new Shape(
                                    drawn.samples(),
                                    drawn.inputs(),
                                    drawn.outputs(),
                                    drawn.classes().size()));
                }
            }
        }
    }

    @Test
    void checks_are_in_the_order_of_the_cells() {
        AnswerKey key = reading.key("by-hand").orElseThrow();
        assertThat(key.checks())
                .containsExactly(
                        new Check.NumberCheck(
                                "z2",
                                3,
                                new ExpectedNumber.Z("net", "points", 1, 1, 2),
                                .01,
                                .0005,
                                "Multiply each input by its weight.",
                                List.of(new Check.KnownSlip(new ExpectedNumber.Given(1), "You left the bias out."))),
                        new Check.ChoiceCheck("meaning", 1, "a", Map.of("b", "A sigmoid lies between 0 and 1.")));
        assertThat(reading.key("rates").orElseThrow().checks())
                .containsExactly(
                        new Check.TrainingCheck(
                                "fit",
                                5,
                                new Requirement.Reaches(
                                        Metric.VAL_ACCURACY, .95, Double.POSITIVE_INFINITY, OptionalLong.of(400)),
                                List.of(11L, 12L, 13L),
                                2,
                                "Try a larger learning rate."),
                        new Check.TrainingCheck("plain", 1, new Requirement.Diverges(), List.of(), 0, ""));
    }

    @Test
    void solutions_are_edits_and_slips_change_some_of_them() {
        Solution byHandSolution = reading.key("by-hand").orElseThrow().solution();
        assertThat(byHandSolution.edits())
                .containsExactly(new Edit("z2", "answer", "\"1.5\""), new Edit("meaning", "answer", "\"a\""));
        assertThat(byHandSolution.slips())
                .containsExactly(
                        new Solution.Slip(
                                "forgets the bias",
                                List.of(new Edit("z2", "answer", "\"1\""), new Edit("meaning", "answer", "\"a\"")),
                                1),
                        new Solution.Slip(
                                "a comma",
                                List.of(new Edit("z2", "answer", "\"1,5\""), new Edit("meaning", "answer", "\"a\"")),
                                1));
        assertThat(reading.key("rates").orElseThrow().solution().edits())
                .containsExactly(
                        new Edit("fit", "optimizer", "{\"adam\":{\"learning_rate\":0.03}}"),
                        new Edit("fit", "epochs", "40"));
    }

    @Test
    void nothing_says_what_the_answers_are() {
        AnswerKey key = reading.key("by-hand").orElseThrow();
        String said = List.of(
                        reading,
                        byHand,
                        key,
                        key.checks(),
                        ((Check.NumberCheck) key.checks().getFirst()).slips(),
                        key.solution(),
                        key.solution().slips())
                .toString();
        assertThat(said)
                .contains("NumberCheck[z2, hidden]")
                .doesNotContain("bias out", "0.0005", "A sigmoid lies", "Multiply", "Given", "correct", "1.5\\\"");
    }

    @Test
    void the_key_is_not_reachable_from_the_course() {
        assertThat(reachable(Course.class, new HashSet<>()))
                .contains(Exercise.class, Cell.Train.class)
                .doesNotContain(AnswerKey.class, Check.class, Solution.class, ExpectedNumber.class);
    }

    /// The types that records of this package lead to, through lists, maps and sealed interfaces.
    private static Set<Class<?>> reachable(Class<?> type, Set<Class<?>> seen) {
        if (!type.getName().startsWith("org.stepback.exercise") || !seen.add(type)) {
            return seen;
        }
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                reachable(permitted, seen);
            }
        }
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                names(component.getGenericType()).forEach(named -> reachable(named, seen));
            }
        }
        return seen;
    }

    private static List<Class<?>> names(Type type) {
        return switch (type) {
            case Class<?> plain -> List.of(plain);
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments())
                        .flatMap(argument -> names(argument).stream())
                        .toList();
            default -> List.of();
        };
    }
}
