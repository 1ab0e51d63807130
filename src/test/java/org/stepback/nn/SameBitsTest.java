package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;

@DisplayName("Whole runs give the same bits without the Vector API, and in vectors of any width")
class SameBitsTest {
    private static final int STEPS = 100;

    @Test
    void bits() throws IOException, InterruptedException {
        List<String> expected = runs().toList();
        assertThat(elsewhere()).isEqualTo(expected);
        assertThat(elsewhere("--add-modules", "jdk.incubator.vector", "-XX:UseAVX=2"))
                .isEqualTo(expected);
    }

    /// The same in another virtual machine.
    private static List<String> elsewhere(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lines.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    /// Prints the runs.
    static final class Lines {
        public static void main(String[] args) {
            runs().forEach(System.out::println);
        }
    }

    /// A run with small layers and one with larger ones for each of the common activations, with partial last batches.
    private static Stream<String> runs() {
        return Stream.of("relu", "tanh", "sigmoid", "silu").flatMap(f -> Stream.of(run(f, 5), run(f, 40)));
    }

    private static String run(String activation, int units) {
        DMatrixRMaj x = Runs.points(2, 150, 1);
        Loss loss = new Loss.CategoricalCrossentropy();
        Architecture architecture = new Architecture(
                2, List.of(Runs.dense(units, activation), Runs.dense(units, activation), Runs.dense(3, "softmax")));
        var settings = new TrainerSettings(loss, Optimization.of(new Adam()), 40, true, 1);
        Trainer trainer = new Trainer(Runs.network(architecture, 1), settings, x, Runs.targets(loss, 3, x.numCols, 1));
        int losses = 0;
        for (int step = 0; step < STEPS; step++) {
            losses = 31 * losses + Double.hashCode(trainer.step().loss());
        }
        return activation + " " + losses + " "
                + Arrays.hashCode(trainer.checkpoint().weights());
    }
}
