package org.stepback.interop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.NotebookReading;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.keras.KerasImport;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.optimizer.Optimizer;

/// What leaves as Keras code comes in again as the same notebook.
class KerasRoundTripTest {
    private static final int NETWORKS = 150;

    @Test
    void every_training_of_the_exercises_comes_back() throws IOException {
        List<Exercise> exercises = exercises();
        assertThat(exercises).isNotEmpty();
        int trainings = 0;
        for (Exercise exercise : exercises) {
            for (String id : trainings(exercise)) {
                assertComesBack(TrainingSpec.of(exercise, Optional.of(id)));
                trainings++;
            }
        }
        assertThat(trainings).isPositive();
    }

    @Test
    void every_training_of_a_jupyter_notebook_comes_back() throws IOException {
        for (Exercise exercise : exercises()) {
            List<String> ids = trainings(exercise);
            if (!ids.isEmpty()) {
                Exercise again = read(KerasImport.notebook(JupyterNotebook.of(exercise), "again"));
                List<String> read = trainings(again);
                assertThat(read).hasSameSizeAs(ids);
                for (int i = 0; i < ids.size(); i++) {
                    assertSame(
                            TrainingSpec.of(exercise, Optional.of(ids.get(i))),
                            TrainingSpec.of(again, Optional.of(read.get(i))));
                }
            }
        }
    }

    @Test
    void every_kind_of_training_comes_back() {
        List<TrainingSpec> all = new ArrayList<>(Trainings.all(true));
        all.addAll(Trainings.weighed());
        all.addAll(Trainings.watched());
        all.forEach(KerasRoundTripTest::assertComesBack);
    }

    @Test
    void random_networks_come_back() {
        SplittableRandom random = new SplittableRandom(14);
        for (int round = 0; round < NETWORKS; round++) {
            StringBuilder layers = new StringBuilder();
            for (int layer = random.nextInt(4); layer > 0; layer--) {
                layers.append(layer(random));
            }
            layers.append(Trainings.layer(2, "linear"));
            Optimizer optimizer = pick(Optimizer.ALL, random);
            String text = Trainings.text(
                    2, layers.toString(), "mse", Targets.NUMBERS, optimizer.name(), random.nextBoolean());
            assertComesBack(Trainings.spec(text.replace("seed: 3", "seed: " + random.nextInt(1000))));
        }
    }

    private static String layer(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "  - dropout: {rate: 0." + random.nextInt(1, 9) + "}\n";
            case 1 ->
                "  - batch_normalization: {momentum: 0." + random.nextInt(1, 9) + ", scale: " + random.nextBoolean()
                        + "}\n";
            case 2 -> "  - layer_normalization: {center: " + random.nextBoolean() + "}\n";
            case 3 -> "  - gaussian_noise: {stddev: 0." + random.nextInt(1, 9) + "}\n";
            default ->
                "  - dense: {units: " + random.nextInt(1, 9) + ", activation: " + hidden(random) + ", use_bias: "
                        + random.nextBoolean() + ", trainable: " + random.nextBoolean()
                        + ", kernel_regularizer: {l1_l2: {l1: 0.0"
                        + random.nextInt(10) + ", l2: 0.01}}}\n";
        };
    }

    private static String hidden(SplittableRandom random) {
        List<Activation> all = Activation.ALL.stream()
                .filter(Activation.Elementwise.class::isInstance)
                .toList();
        return pick(all, random).name();
    }

    private static <T> T pick(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void numbers_in_a_file_next_to_the_program_come_back() {
        String layers = Trainings.layer(60, "tanh")
                + Trainings.layer(60, "relu")
                + Trainings.layer(18, "tanh")
                + Trainings.layer(2, "linear");
        TrainingSpec spec = Trainings.spec(Trainings.text(2, layers, "mse", Targets.NUMBERS, "adam", true));
        Export export = Export.of(spec, Framework.KERAS, "mine.json");
        Optional<String> numbers = export.numbers();
        if (numbers.isPresent()) {
            assertSame(
                    spec,
                    Trainings.spec(KerasImport.notebook(
                            export.code(), "again", name -> Map.of("mine.json", numbers.get()).entrySet().stream()
                                    .filter(file -> file.getKey().equals(name))
                                    .map(Map.Entry::getValue)
                                    .findFirst())));
        } else {
            assertComesBack(spec);
        }
    }

    private static void assertComesBack(TrainingSpec spec) {
        String code = Export.of(spec, Framework.KERAS, "numbers.json").code();
        assertSame(spec, Trainings.spec(KerasImport.notebook(code, "again")));
    }

    private static void assertSame(TrainingSpec spec, TrainingSpec again) {
        String what = spec.net().layers() + " " + spec.train();
        assertThat(again.architecture().inputs())
                .as(what)
                .isEqualTo(spec.architecture().inputs());
        assertThat(layers(again)).as(what).isEqualTo(layers(spec));
        assertThat(again.settings().loss()).as(what).isEqualTo(spec.settings().loss());
        assertThat(again.train().optimizer()).as(what).isEqualTo(spec.train().optimizer());
        assertThat(again.train().batchSize()).as(what).isEqualTo(spec.train().batchSize());
        assertThat(again.train().epochs()).as(what).isEqualTo(spec.train().epochs());
        assertThat(again.train().shuffle()).as(what).isEqualTo(spec.train().shuffle());
        assertThat(again.train().seed()).as(what).isEqualTo(spec.train().seed());
        assertThat(again.train().classWeights()).as(what).isEqualTo(spec.train().classWeights());
        assertThat(again.train().callbacks()).as(what).isEqualTo(spec.train().callbacks());
        assertThat(again.data().validationSplit())
                .as(what)
                .isEqualTo(spec.data().validationSplit());
        assertThat(again.split().train().x().data)
                .as(what)
                .isEqualTo(spec.split().train().x().data);
        assertThat(again.split().train().y().data)
                .as(what)
                .isEqualTo(spec.split().train().y().data);
        assertThat(again.split().validation().x().data)
                .as(what)
                .isEqualTo(spec.split().validation().x().data);
        assertThat(again.split().train().sampleWeights())
                .as(what)
                .isEqualTo(spec.split().train().sampleWeights());
        assertSame(spec.network(), again.network());
    }

    private static void assertSame(Network network, Network again) {
        assertThat(again.layers()).isEqualTo(network.layers());
        for (int i = 0; i < network.layers(); i++) {
            var tensors = network.layer(i).tensors().in(network.weights(i));
            var others = again.layer(i).tensors().in(again.weights(i));
            tensors.forEach((name, tensor) -> assertThat(others.get(name).data).isEqualTo(tensor.data));
        }
    }

    /// The layers, each with what its kernel starts with.
    private static List<Layer> layers(TrainingSpec spec) {
        return spec.net().layers().stream()
                .map(layer -> layer instanceof Dense dense
                        ? dense.with(Optional.of(
                                dense.kernelInitializer().orElse(spec.net().initializer())))
                        : layer)
                .toList();
    }

    private static List<String> trainings(Exercise exercise) {
        return exercise.cells().stream()
                .filter(Cell.Train.class::isInstance)
                .map(Cell::id)
                .toList();
    }

    private static List<Exercise> exercises() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("exercises"))) {
            return folders.map(folder -> folder.resolve("exercise.md"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> NotebookReading.of(file).exercise().orElseThrow())
                    .toList();
        }
    }

    private static Exercise read(String text) throws IOException {
        Path file = Files.writeString(Files.createTempFile("notebook", ".md"), text);
        NotebookReading reading = NotebookReading.of(file);
        Files.delete(file);
        assertThat(reading.problems()).isEmpty();
        return reading.exercise().orElseThrow();
    }
}
