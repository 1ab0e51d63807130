package org.stepback.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Source;
import org.stepback.exercise.read.NotebookReading;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs of the shapes that tutorials have. Those named `whole` say all their numbers: `keras/programs.py` has run
/// them in NumPy and has written `programs.json`.
class KerasProgramsTest {
    static final Path FOLDER = Path.of("src/test/resources/keras/programs");
    private static final JsonNode GOLDEN = JsonMapper.shared().readTree(read(FOLDER.resolveSibling("programs.json")));

    static List<Path> programs() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> whole() {
        return programs().stream()
                .filter(path -> path.getFileName().toString().startsWith("whole"))
                .toList();
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Exercise notebook(String code) {
        String text = KerasImport.notebook(code, "program");
        try {
            Path file = Files.writeString(Files.createTempFile("program", ".md"), text);
            NotebookReading reading = NotebookReading.of(file);
            Files.delete(file);
            assertThat(reading.problems()).as(text).isEmpty();
            return reading.exercise().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void there_are_forty_at_least() {
        assertThat(programs()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(whole()).hasSize(GOLDEN.size());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_is_imported_and_trains_for_a_step(Path program) {
        Exercise notebook = notebook(read(program));
        List<String> trainings = notebook.cells().stream()
                .filter(Cell.Train.class::isInstance)
                .map(Cell::id)
                .toList();
        assertThat(trainings).isNotEmpty();
        for (String id : trainings) {
            Trainer trainer = TrainingSpec.of(notebook, Optional.of(id)).trainer();
            assertThat(trainer.step().loss()).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("whole")
    void a_whole_program_gives_the_numbers_of_numpy(Path program) {
        JsonNode golden = GOLDEN.get(program.getFileName().toString());
        TrainingSpec spec = TrainingSpec.of(notebook(read(program)), Optional.empty());
        int train = golden.get("train").asInt();
        assertThat(spec.split().train().samples()).isEqualTo(train);
        Cell.Data data = spec.data();
        assertRows(((Source.Literal) data.source()).x(), golden.get("x"));
        assertRows(((Source.Literal) data.source()).y(), golden.get("y"));
        Trainer trainer = spec.trainer();
        JsonNode losses = golden.get("losses");
        assertThat(spec.totalSteps()).isEqualTo(losses.size());
        for (JsonNode loss : losses) {
            assertNear(trainer.step().loss(), loss.asDouble());
        }
        assertWeights(trainer.network(), golden.get("weights"));
    }

    private static void assertRows(List<List<Double>> rows, JsonNode golden) {
        assertThat(rows).hasSize(golden.size());
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row)).hasSize(golden.get(row).size());
            for (int column = 0; column < rows.get(row).size(); column++) {
                assertNear(
                        rows.get(row).get(column), golden.get(row).get(column).asDouble());
            }
        }
    }

    private static void assertWeights(Network network, JsonNode golden) {
        for (int layer = 0; layer < network.layers(); layer++) {
            var kernel = network.kernel(layer);
            JsonNode wanted = golden.get(2 * layer);
            for (int i = 0; i < wanted.size(); i++) {
                int units = kernel.numRows;
                assertNear(kernel.get(i % units, i / units), wanted.get(i).asDouble());
            }
            JsonNode biases = golden.get(2 * layer + 1);
            double[] bias = network.bias(layer).data;
            IntStream.range(0, biases.size())
                    .forEach(i -> assertNear(bias[i], biases.get(i).asDouble()));
        }
    }

    private static void assertNear(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
    }
}
