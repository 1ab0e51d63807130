package org.stepback.interop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepback.exercise.training.EpochEvaluation;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.keras.KerasImport;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.TensorNames;
import org.stepback.nn.loss.Targets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
    private static final String LESSON = """
            model = Sequential([ Dense(5, activation=‘relu’, input_shape=(2,)), Dense(1, activation=‘sigmoid’) ])
            model.compile(optimizer=‘adam’, loss=‘binary_crossentropy’, metrics=[‘accuracy’])
            model.fit(X_train, y_train, epochs=50, batch_size=32)
            """;

    /// Runs every program of a folder in one Python, and prints the losses and weights of each.
    private static final String RUN_ALL = """
            import contextlib, io, json, pathlib, runpy, warnings
            warnings.simplefilter("error")
            for program in sorted(pathlib.Path(".").glob("run*.py")):
                with contextlib.redirect_stdout(io.StringIO()):
                    after = runpy.run_path(str(program))
                x, y, n = after["x"], after["y"], after["train"]
                counts = [after["weight_at_rest"]] if "weight_at_rest" in after else []
                at_rest = [
                    float(after["loss_at_rest"](x[:, s], y[:, s], *(each[s] for each in counts)))
                    for s in (slice(0, n), slice(n, None))
                ]
                weights = [float(w) for tensor in after["weights"] for w in tensor.ravel()]
                print(json.dumps({"losses": after["losses"], "weights": weights, "at_rest": at_rest}))
            """;

    /// The same of PyTorch's, whose samples are rows.
    private static final String RUN_ALL_OF_PYTORCH = """
            import contextlib, io, json, pathlib, runpy
            for program in sorted(pathlib.Path(".").glob("run*.py")):
                with contextlib.redirect_stdout(io.StringIO()):
                    after = runpy.run_path(str(program))
                x, y, n = after["x"], after["y"], after["train"]
                counts = [after["weight_at_rest"]] if "weight_at_rest" in after else []
                at_rest = [
                    after["loss_of"](*after["model"](x[s]), y[s], *(each[s] for each in counts)).item()
                    for s in (slice(0, n), slice(n, None))
                ]
                weights = [w for tensor in after["weights"] for w in tensor.flatten().tolist()]
                print(json.dumps({"losses": after["losses"], "weights": weights, "at_rest": at_rest}))
            """;

    private static final String CUTTING = "{sgd: {learning_rate: 0.5, momentum: 0.5}}";

    @TempDir
    private Path folder;

    @Test
    void numpy_code_repeats_every_run_number_for_number() throws IOException {
        Interpreter python = Interpreter.with("numpy");
        List<TrainingSpec> trainings = new ArrayList<>(Trainings.all(false));
        trainings.addAll(Trainings.layered(true));
        trainings.addAll(Trainings.weighed());
        trainings.addAll(Trainings.watched());
        trainings.add(Trainings.spec(Trainings.text(1, Trainings.CUT, "mse", Targets.PROBABILITIES, CUTTING, true)));
        trainings.add(
                Trainings.spec(Trainings.text(1, Trainings.PLAYGROUND, "mse", Targets.PROBABILITIES, "adam", true)));
        assertAllRepeat(python, trainings, Framework.NUMPY, RUN_ALL);
    }

    private void assertAllRepeat(Interpreter python, List<TrainingSpec> trainings, Framework framework, String script)
            throws IOException {
        for (int i = 0; i < trainings.size(); i++) {
            write(
                    "run%04d.py".formatted(i),
                    Export.of(trainings.get(i), framework, "").code());
        }
        write("all.py", script);
        List<String> lines = python.run(folder, "all.py").lines().toList();
        assertThat(lines).hasSameSizeAs(trainings);
        for (int i = 0; i < lines.size(); i++) {
            assertRepeats(trainings.get(i), JsonMapper.shared().readTree(lines.get(i)));
        }
    }

    private static void assertRepeats(TrainingSpec spec, JsonNode run) {
        String what = spec.net().layers() + " " + spec.train().loss() + " "
                + spec.train().optimizer();
        Trainer trainer = spec.trainer();
        JsonNode losses = run.get("losses");
        for (int step = 0; step < losses.size(); step++) {
            assertThat(trainer.stopped()).as(what).isEmpty();
            assertNear(
                    what + ", loss of step " + (step + 1),
                    losses.get(step).asDouble(),
                    trainer.step().loss());
            if (trainer.steps() % trainer.stepsPerEpoch() == 0) {
                EpochEvaluation end = EpochEvaluation.of(trainer, spec.split());
                trainer.endEpoch(end.training(), end.held());
            }
        }
        assertThat(trainer.stopped().isPresent()
                        || trainer.epoch() == spec.train().epochs())
                .as(what)
                .isTrue();
        trainer.endRun();
        EpochEvaluation end = EpochEvaluation.of(trainer, spec.split());
        assertNear(
                what + ", loss at rest",
                run.get("at_rest").get(0).asDouble(),
                end.training().loss());
        assertNear(
                what + ", loss of the samples held out",
                run.get("at_rest").get(1).asDouble(),
                end.validation().orElseThrow().loss());
        double[] learnt = learnt(trainer.network());
        if (spec.net().layers().toString().contains("PlaygroundL1[rate=0.3]")) {
            assertThat(trainer.network().kernel(0).data)
                    .as("links that are cut")
                    .contains(0);
        }
        assertThat(run.get("weights").size()).as(what).isEqualTo(learnt.length);
        for (int i = 0; i < learnt.length; i++) {
            assertNear(what + ", weight " + i, run.get("weights").get(i).asDouble(), learnt[i]);
        }
    }

    private static double[] learnt(Network network) {
        return IntStream.range(0, network.layers())
                .filter(layer -> network.layer(layer).trainable())
                .mapToObj(layer -> {
                    TensorNames names = network.layer(layer).tensors();
                    double[] none = new double[0];
                    return DoubleStream.concat(
                            DoubleStream.of(names.kernel()
                                    .map(name -> network.kernel(layer).data)
                                    .orElse(none)),
                            DoubleStream.of(names.bias()
                                    .map(name -> network.bias(layer).data)
                                    .orElse(none)));
                })
                .flatMapToDouble(numbers -> numbers)
                .toArray();
    }

    private static void assertNear(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
    }

    /// The losses of every step and the weights at the end: all but what is random in a layer.
    @Test
    void pytorch_code_repeats_every_run_number_for_number() throws IOException {
        Interpreter python = Interpreter.with("torch");
        List<TrainingSpec> trainings = new ArrayList<>(Trainings.all(true));
        trainings.addAll(Trainings.weighed());
        trainings.addAll(Trainings.watched());
        trainings.add(Trainings.spec(Trainings.text(1, Trainings.CUT, "mse", Targets.PROBABILITIES, CUTTING, true)));
        trainings.removeIf(spec -> spec.net().layers().stream()
                .anyMatch(layer -> layer instanceof Dropout || layer instanceof GaussianNoise));
        assertAllRepeat(python, trainings, Framework.PYTORCH, RUN_ALL_OF_PYTORCH);
    }

    @ParameterizedTest
    @EnumSource
    void every_program_is_python(Framework framework) throws IOException {
        Interpreter python = Interpreter.with("py_compile");
        List<TrainingSpec> trainings = new ArrayList<>(Trainings.all(true));
        trainings.addAll(Trainings.weighed());
        trainings.addAll(Trainings.watched());
        for (int i = 0; i < trainings.size(); i++) {
            write(
                    "program%04d.py".formatted(i),
                    Export.of(trainings.get(i), framework, "").code());
        }
        python.run(folder, "-W", "error", "-m", "compileall", "-q", ".");
    }

    @Test
    void keras_code_reads_back_as_the_same_network_and_training() {
        Trainings.all(true).forEach(ExportTest::assertReadsBack);
        Trainings.layered(false).forEach(ExportTest::assertReadsBack);
        for (Initializer initializer : Initializer.ALL) {
            String layers = Trainings.layer(3, "tanh") + Trainings.layer(1, "linear");
            String text = Trainings.text(1, layers, "mse", Targets.NUMBERS, "adam", true)
                    .replace("seed: 3\n", "seed: 3\ninitializer: " + initializer.name() + "\n");
            if (!(initializer instanceof Initializer.PlaygroundUniform)) { // Keras has none of this name
                assertReadsBack(Trainings.spec(text));
            }
        }
    }

    /// With "accuracy" Keras would compare the largest outputs alone: `is_binary_or_sparse_categorical` in its
    /// compile_utils.py looks at shapes, and not at the loss.
    @Test
    void keras_counts_each_of_several_answers() {
        TrainingSpec labels = Trainings.spec(Trainings.labels());
        assertThat(Export.of(labels, Framework.KERAS, "").code())
                .contains("metrics=[keras.metrics.BinaryAccuracy(name=\"accuracy\")]");
        assertReadsBack(labels);
    }

    @Test
    void keras_code_says_that_it_cuts_no_links() {
        String said = "# Keras's L1 cuts no links";
        assertThat(keras(Trainings.CUT)).contains(said);
        assertThat(keras(Trainings.layer(1, "sigmoid"))).doesNotContain(said);
    }

    private static String keras(String layers) {
        String text = Trainings.text(1, layers, "mse", Targets.PROBABILITIES, "sgd", true);
        return Export.of(Trainings.spec(text), Framework.KERAS, "").code();
    }

    private static void assertReadsBack(TrainingSpec spec) {
        TrainingSpec again = Trainings.spec(
                KerasImport.notebook(Export.of(spec, Framework.KERAS, "").code(), "again"));
        assertThat(again.architecture().inputs()).isEqualTo(spec.architecture().inputs());
        assertThat(layers(again)).isEqualTo(layers(spec));
        assertThat(again.train().loss()).isEqualTo(spec.train().loss());
        assertThat(again.train().optimizer()).isEqualTo(spec.train().optimizer());
        assertThat(again.train().batchSize()).isEqualTo(spec.train().batchSize());
        assertThat(again.train().epochs()).isEqualTo(spec.train().epochs());
        assertThat(again.train().shuffle()).isEqualTo(spec.train().shuffle());
        assertThat(again.data().validationSplit()).isEqualTo(spec.data().validationSplit());
        assertThat(again.split().train().x().data)
                .isEqualTo(spec.split().train().x().data);
        assertThat(again.split().validation().y().data)
                .isEqualTo(spec.split().validation().y().data);
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

    @Test
    void the_lesson_is_imported_trained_and_exported_again() {
        TrainingSpec lesson = Trainings.spec(KerasImport.notebook(LESSON, "lesson"));
        Trainer trainer = lesson.trainer();
        double before = trainer.evaluate(
                        lesson.split().train().x(), lesson.split().train().y())
                .loss();
        while (trainer.epoch() < lesson.train().epochs()) {
            trainer.step();
        }
        assertThat(trainer.evaluate(
                                lesson.split().train().x(),
                                lesson.split().train().y())
                        .loss())
                .isLessThan(before * .6);
        String code = Export.of(lesson, Framework.KERAS, "").code();
        assertThat(code)
                .contains("    keras.Input(shape=(2,)),\n    keras.layers.Dense(5, activation=\"relu\"),\n"
                        + "    keras.layers.Dense(1, activation=\"sigmoid\"),\n")
                .contains("optimizer=keras.optimizers.Adam(learning_rate=0.001, ")
                .contains(
                        "loss=\"binary_crossentropy\"",
                        "metrics=[\"accuracy\"]",
                        "keras.config.set_floatx(\"float64\")")
                .contains("model.fit(x, y, batch_size=32, epochs=50, shuffle=True");
        assertReadsBack(lesson);
        for (Framework framework : Framework.values()) {
            assertThat(Export.of(lesson, framework, "").numbers()).isEmpty();
        }
    }

    @Test
    void many_numbers_lie_in_a_file_beside_the_program() throws IOException {
        String layers = Trainings.layer(200, "tanh") + Trainings.layer(50, "relu") + Trainings.layer(1, "linear");
        TrainingSpec spec =
                Trainings.spec(Trainings.text(1, layers, "mean_squared_error", Targets.NUMBERS, "sgd", false));
        Export export = Export.of(spec, Framework.NUMPY, "mine.json");
        JsonNode numbers = JsonMapper.shared().readTree(export.numbers().orElseThrow());
        Network network = spec.network();
        for (int row = 0; row < 50; row++) {
            for (int column = 0; column < 200; column++) {
                assertThat(numbers.get("W2").get(row).get(column).asDouble())
                        .isEqualTo(network.kernel(1).get(row, column));
            }
        }
        Interpreter python = Interpreter.with("numpy");
        write("run.py", export.code());
        write("mine.json", export.numbers().get());
        write("all.py", RUN_ALL);
        assertRepeats(spec, JsonMapper.shared().readTree(python.run(folder, "all.py")));
        for (Framework framework : Framework.values()) {
            assertThat(Export.of(spec, framework, "mine.json").code()).hasSizeLessThan(10_000);
        }
    }

    @Test
    void keras_gets_sample_weights_and_the_training_heeds_them() {
        String text = """
                ---
                title: Weighted
                summary: Samples that count for more
                ---

                ```data pair
                x: [[1, -0.5], [2, 1]]
                y: [0, 1]
                sample_weight: [1, 3]
                ```

                ```network net
                input: pair
                layers:
                  - dense: {units: 1, activation: sigmoid}
                seed: 1
                ```

                ```train fit
                network: net
                data: pair
                loss: binary_crossentropy
                optimizer: {sgd: {learning_rate: 0.1}}
                epochs: 1
                batch_size: 2
                shuffle: false
                ```
                """;
        TrainingSpec weighted = Trainings.spec(text);
        TrainingSpec alike = Trainings.spec(text.replace("sample_weight: [1, 3]\n", ""));
        assertThat(Export.of(weighted, Framework.KERAS, "").code())
                .contains("sample_weight = np.array([1.0, 3.0])")
                .contains(", sample_weight=sample_weight)");
        assertThat(Export.of(alike, Framework.KERAS, "").code()).doesNotContain("sample_weight");
        double[] losses = alike.split().train().y().data.clone();
        for (int sample = 0; sample < 2; sample++) {
            DMatrixRMaj x = CommonOps_DDRM.extractColumn(alike.split().train().x(), sample, null);
            double a = alike.network().predict(x).get(0);
            losses[sample] = -Math.log(losses[sample] == 1 ? a : 1 - a);
        }
        assertThat(alike.trainer().step().loss()).isCloseTo((losses[0] + losses[1]) / 2, within(1e-12));
        assertThat(weighted.trainer().step().loss()).isCloseTo((losses[0] + 3 * losses[1]) / 2, within(1e-12));
    }

    @Test
    void keras_gets_class_weights_and_callbacks() {
        String plain = Trainings.text(
                1, Trainings.layer(1, "sigmoid"), "binary_crossentropy", Targets.PROBABILITIES, "adam", true);
        String weighted = plain.replace("batch_size:", "class_weight: {1: 3, 0: 0.5}\nbatch_size:");
        String watched = plain.replace(
                "batch_size:",
                "early_stopping: {patience: 3, restore_best_weights: true}\n"
                        + "reduce_lr_on_plateau: {monitor: loss, factor: 0.5}\nbatch_size:");
        assertThat(Export.of(Trainings.spec(weighted), Framework.KERAS, "").code())
                .contains(", class_weight={0: 0.5, 1: 3.0})");
        assertThat(Export.of(Trainings.spec(watched), Framework.KERAS, "").code())
                .contains(", callbacks=[keras.callbacks.EarlyStopping(monitor=\"val_loss\", min_delta=0.0, patience=3,"
                        + " baseline=None, restore_best_weights=True, start_from_epoch=0),"
                        + " keras.callbacks.ReduceLROnPlateau(monitor=\"loss\", factor=0.5, patience=10,"
                        + " min_delta=0.0001, cooldown=0, min_lr=0.0)])");
    }

    @Property
    void a_number_reads_back_as_the_same_double(@ForAll double number) {
        assertThat(Double.parseDouble(Python.number(number))).isEqualTo(number);
        assertThat(Python.number(number)).containsPattern("[.e]");
    }

    @Test
    void titles_stay_in_their_comment() {
        assertThat(Python.comment("a\nimport os\u2028b\rc")).isEqualTo("a import os b c");
        assertThat(Python.text("a\"b\\c\n")).isEqualTo("\"a_b_c_\"");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
