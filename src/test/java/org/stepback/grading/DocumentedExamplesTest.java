package org.stepback.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.data.Builtin;
import org.stepback.data.Generator;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Check;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Metric;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CourseReader;
import org.stepback.exercise.read.CourseReading;
import org.stepback.nn.Callback;
import org.stepback.nn.Monitor;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Tunable;

/// The page for authors tells the truth: its examples are read by the real reader, their gradings are proved, and every
/// name that the format knows stands on it.
///
/// The second word behind the fence of a block says what it is: a file of the first course, or a piece (`course`,
/// `tour`, `checks`, `quantities`, `solution`) of the exercise that the rest of the page puts together.
class DocumentedExamplesTest {
    private static final Path PAGE = Path.of("src", "docs", "writing-exercises.md");
    private static final String TOUR = "---\ntitle: Tour\nsummary: All kinds of cells\n---\n\n";

    private static String page;
    private static List<Block> blocks;

    private record Block(String name, String text) {}

    @TempDir
    private Path folder;

    @BeforeAll
    static void readPage() throws IOException {
        page = Files.readString(PAGE);
        blocks = new ArrayList<>();
        Parser.builder().build().parse(page).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                String[] words = block.getInfo().split(" ");
                if (words.length == 2) {
                    blocks.add(new Block(words[1], block.getLiteral()));
                }
            }
        });
    }

    @Test
    void the_first_exercise_is_proved() throws IOException {
        for (Block block : blocks) {
            if (block.name().equals("course.yaml") || block.name().startsWith("one-neuron/")) {
                write(block.name(), block.text());
            }
        }

        assertProved(CourseReader.read(folder));
    }

    @Test
    void the_pieces_of_the_page_make_an_exercise_that_is_proved() throws IOException {
        writeTour("", "");

        CourseReading reading = CourseReader.read(folder);

        assertProved(reading);
        Exercise tour = reading.course().exercise("tour").orElseThrow();
        assertThat(tour.cells()).hasAtLeastOneElementOfType(Cell.ChoiceQuestion.class);
        assertThat(reading.key("tour").orElseThrow().checks())
                .hasAtLeastOneElementOfType(Check.NumberCheck.class)
                .hasAtLeastOneElementOfType(Check.TrainingCheck.class);
    }

    @Test
    void the_quantities_of_the_page_can_be_computed() throws IOException {
        List<String> quantities =
                piece("quantities").lines().map(line -> line.substring(2)).toList();
        writeTour(
                numbered(quantities, (id, quantity) -> "```number " + id + "\nlabel: What is it?\n```\n\n"),
                numbered(quantities, (id, quantity) -> "  - {cell: " + id + ", points: 1, value: " + quantity + "}\n"));

        CourseReading reading = CourseReader.read(folder);

        assertThat(reading.problems()).isEmpty();
        ExpectedNumbers computed =
                new ExpectedNumbers(reading.course().exercise("tour").orElseThrow());
        assertThat(quantities).hasSizeGreaterThanOrEqualTo(9);
        assertThat(reading.key("tour").orElseThrow().checks())
                .filteredOn(check -> check.cell().matches("q\\d+"))
                .hasSameSizeAs(quantities)
                .allSatisfy(check -> assertThat(computed.value(((Check.NumberCheck) check).expected()))
                        .isFinite());
    }

    @Test
    void every_name_that_the_format_knows_stands_on_the_page() throws IOException {
        writeTour("", "");
        Stream<String> fields = CourseReader.read(folder).course().exercises().stream()
                .flatMap(exercise -> exercise.cells().stream())
                .flatMap(cell -> CellReader.fields(cell).stream());
        Stream<String> settings = Stream.<List<? extends Tunable>>of(
                        Optimizer.ALL, Schedule.ALL, Layer.ALL, Callback.ALL)
                .flatMap(List::stream)
                .flatMap(tunable -> tunable.hyperparameters().stream())
                .map(Hyperparameter::name);
        List<Schedule> schedules = Schedule.ALL.subList(1, Schedule.ALL.size()); // a constant is a plain number
        List<Clipping> clippings = Clipping.ALL.subList(1, Clipping.ALL.size());

        assertThat(Stream.of(
                                fields,
                                settings,
                                Builtin.names().stream(),
                                names(Generator.ALL, Generator::name),
                                names(Layer.ALL, Layer::name),
                                names(Regularizer.ALL, Regularizer::name),
                                names(Monitor.ALL, Monitor::name),
                                names(Loss.ALL, Loss::name),
                                names(Optimizer.ALL, Optimizer::name),
                                names(schedules, Schedule::name),
                                names(clippings, Clipping::name),
                                names(Metric.ALL, Metric::key))
                        .flatMap(Function.identity()))
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    /// Activations and initializers need no word of explanation: those that the page leaves out, a command prints.
    @Test
    void no_name_of_the_page_is_unknown_to_the_lab() {
        assertKnown("activation", names(Activation.ALL, Activation::name).toList());
        assertKnown("initializer", names(Initializer.ALL, Initializer::name).toList());
        assertThat(page).contains("`./stepback names`");
    }

    /// The names between backquotes in a row of a table, up to where the row says what the command prints.
    private static void assertKnown(String row, List<String> known) {
        String line = page.lines()
                .filter(candidate -> candidate.startsWith("| `" + row + "`") && candidate.contains("./stepback names"))
                .findFirst()
                .orElseThrow();
        String listed = line.substring(line.indexOf("|", 2), line.indexOf("./stepback names"));
        assertThat(Pattern.compile("`([a-z0-9_]+)`").matcher(listed).results().map(name -> name.group(1)))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }

    private static <T> Stream<String> names(List<T> all, Function<T, String> name) {
        return all.stream().map(name);
    }

    private static String numbered(List<String> items, BinaryOperator<String> text) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> text.apply("q" + i, items.get(i)))
                .collect(Collectors.joining());
    }

    private static String piece(String name) {
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    private void writeTour(String moreCells, String moreChecks) throws IOException {
        Map<String, String> files = Map.of(
                "course.yaml", piece("course"),
                "tour/exercise.md", TOUR + piece("tour") + "\n" + moreCells,
                "tour/grading.yaml", "checks:\n" + piece("checks") + moreChecks,
                "tour/solution.yaml", piece("solution"),
                "tour/heights.csv", piece("heights.csv"),
                "tour/readings.csv", piece("readings.csv"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void assertProved(CourseReading reading) {
        assertThat(reading.problems()).isEmpty();
        List<Exercise> exercises = reading.course().exercises();
        assertThat(exercises).isNotEmpty();
        assertThat(exercises.stream()
                        .flatMap(exercise ->
                                SelfTest.findings(
                                        exercise, reading.key(exercise.slug()).orElseThrow())
                                        .stream()))
                .isEmpty();
    }
}
