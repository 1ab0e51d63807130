package org.stepback.interop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepback.exercise.read.NotebookReading;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.activation.CurvedActivation;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.optimizer.Optimizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small trainings in which, together, everything happens that the lab can do.
final class Trainings {
    private static final List<String> OPTIMIZERS = List.of(
            "{sgd: {learning_rate: 0.1, momentum: 0.9}}",
            "{sgd: {learning_rate: 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.01}}",
            "{rmsprop: {learning_rate: 0.01, centered: true, momentum: 0.5}}",
            "{adam: {amsgrad: true, clipnorm: 0.01}}",
            "{adam: {epsilon: 0.001, global_clipnorm: 0.01, weight_decay: 0.1}}",
            "{adamw: {amsgrad: true, weight_decay: 0.3}}",
            "{sgd: {learning_rate: 2, clipvalue: 0.003}}",
            "{ftrl: {learning_rate: 0.1, learning_rate_power: -0.7, l1_regularization_strength: 0.01,"
                    + " l2_regularization_strength: 0.1, l2_shrinkage_regularization_strength: 0.1, beta: 0.2}}",
            rate("exponential_decay: {initial_learning_rate: 0.1, decay_steps: 4, decay_rate: 0.5, staircase: true}"),
            rate("exponential_decay: {initial_learning_rate: 0.1, decay_steps: 4, decay_rate: 0.5}"),
            rate("piecewise_constant_decay: {boundaries: [2, 5], values: [0.1, 0.01, 0.3]}"),
            rate("polynomial_decay: {initial_learning_rate: 0.1, decay_steps: 3, power: 2, cycle: true}"),
            rate("polynomial_decay: {initial_learning_rate: 0.1, decay_steps: 3, end_learning_rate: 0.02}"),
            rate("inverse_time_decay: {initial_learning_rate: 0.1, decay_steps: 2, decay_rate: 0.5}"),
            rate("cosine_decay: {initial_learning_rate: 0.1, decay_steps: 7, alpha: 0.1}"),
            rate("cosine_decay: {initial_learning_rate: 0.01, decay_steps: 7, warmup_target: 0.2, warmup_steps: 3}"),
            rate("cosine_decay_restarts: {initial_learning_rate: 0.1, first_decay_steps: 2, m_mul: 0.9, alpha: 0.1}"),
            rate("cosine_decay_restarts: {initial_learning_rate: 0.1, first_decay_steps: 2, t_mul: 1}"));

    /// Losses with settings of their own, and an output that fits.
    private static final Map<String, String> LOSSES = Map.of(
            "{huber: 0.1}", "linear",
            "{binary_crossentropy: {label_smoothing: 0.2}}", "sigmoid",
            "{categorical_crossentropy: {label_smoothing: 0.3}}", "softmax",
            "{binary_focal_crossentropy: {gamma: 3, alpha: 0.4, class_balancing: true}}", "sigmoid");

    /// One of each kind of output: every loss fits one of them.
    private static final List<Activation> OUTPUTS = List.of(
            new Activation.Linear(),
            new Activation.Tanh(),
            new Activation.Sigmoid(),
            new Activation.Softmax(),
            new Activation.LogSoftmax(),
            new CurvedActivation.Softplus());

    private static final List<String> LAYERS = List.of(
            layer(4, "tanh") + "  - dropout: {rate: 0.4}\n" + layer(1, "sigmoid"),
            "  - gaussian_noise: {stddev: 0.3}\n" + layer(4, "relu") + "  - dropout: {rate: 0.2}\n"
                    + "  - gaussian_noise: {stddev: 0.1}\n" + layer(1, "sigmoid"),
            "  - dense: {units: 4, activation: linear, use_bias: false}\n  - batch_normalization: {momentum: 0.8}\n"
                    + "  - activation: {activation: relu}\n" + layer(1, "sigmoid"),
            "  - batch_normalization: {center: false, epsilon: 0.01}\n" + layer(4, "tanh")
                    + "  - batch_normalization: {scale: false, trainable: false}\n" + layer(1, "softsign")
                    + "  - activation: {activation: sigmoid}\n",
            layer(5, "tanh") + "  - layer_normalization: {}\n" + layer(4, "relu")
                    + "  - layer_normalization: {scale: false, epsilon: 0.1}\n" + layer(1, "sigmoid"),
            "  - dense: {units: 4, activation: tanh, kernel_regularizer: {l2: 0.1}, bias_regularizer: {l1: 0.1}}\n"
                    + "  - layer_normalization: {center: false, trainable: false}\n"
                    + "  - dense: {units: 3, activation: relu, kernel_regularizer: {l1_l2: {l1: 0.01, l2: 0.2}}}\n"
                    + "  - dense: {units: 1, activation: sigmoid, kernel_regularizer: {l1: 0.02}, use_bias: false}\n",
            "  - dense: {units: 4, activation: tanh, trainable: false, kernel_regularizer: {l2: 0.1}}\n"
                    + "  - dense: {units: 3, activation: tanh, kernel_initializer: he_normal}\n" + layer(1, "sigmoid"));

    /// Penalties that Keras has under another name.
    static final String PLAYGROUND =
            "  - dense: {units: 4, activation: tanh, kernel_regularizer: {playground_l2: 0.1}}\n"
                    + "  - dense: {units: 1, activation: sigmoid, kernel_regularizer: {playground_l1: 0.1}}\n";

    private static final int SAMPLES = 9;
    private static final String FAST = "{sgd: {learning_rate: 1}}";

    /// Links that L1 cuts within eight steps.
    static final String CUT = "  - dense: {units: 4, activation: tanh, kernel_regularizer: {playground_l1: 0.3}}\n"
            + "  - dense: {units: 1, activation: sigmoid, kernel_regularizer: {playground_l1: 0.2},"
            + " bias_regularizer: playground_l1}\n";

    private Trainings() {}

    private static String rate(String schedule) {
        return "{sgd: {learning_rate: {" + schedule + "}}}";
    }

    /// The activations that Keras has: for another one an export may not know the Python yet, and says so.
    private static List<Activation> activations() {
        JsonNode golden = JsonMapper.shared().readTree(Trainings.class.getResourceAsStream("/golden/keras.json"));
        List<String> names = golden.get("activations")
                .valueStream()
                .map(entry -> entry.get("name").asString())
                .toList();
        List<Activation> known = Activation.ALL.stream()
                .filter(activation -> names.contains(activation.name()))
                .toList();
        assertThat(known).hasSameSizeAs(names);
        return known;
    }

    /// Every activation in a hidden or the output layer, every loss behind every output that fits it, and every
    /// optimizer, schedule and clipping.
    static List<TrainingSpec> all(boolean shuffle) {
        List<String> texts = new ArrayList<>();
        for (Activation activation : activations()) {
            boolean hidden = activation instanceof Activation.Elementwise;
            String layers = hidden ? layer(4, activation.name()) + layer(2, "linear") : layer(2, activation.name());
            texts.add(text(2, layers, "mean_squared_error", Targets.NUMBERS, "{sgd: {learning_rate: 0.5}}", shuffle));
        }
        for (Loss loss : Loss.ALL) {
            for (int outputs : new int[] {1, 3}) {
                for (Activation output : OUTPUTS) {
                    boolean alone = outputs == 1 && !(output instanceof Activation.Elementwise);
                    if (loss.misfit(outputs, output).isEmpty() && !alone) {
                        String layers = layer(4, "tanh") + layer(outputs, output.name());
                        texts.add(text(outputs, layers, loss.name(), loss.targets(), "sgd", shuffle));
                    }
                }
            }
        }
        LOSSES.forEach((loss, output) -> {
            int outputs = output.equals("softmax") ? 3 : 2;
            Targets targets = output.equals("linear") ? Targets.NUMBERS : Targets.PROBABILITIES;
            texts.add(text(outputs, layer(4, "tanh") + layer(outputs, output), loss, targets, "sgd", shuffle));
        });
        Stream.concat(Optimizer.ALL.stream().map(Optimizer::name), OPTIMIZERS.stream())
                .map(optimizer -> text(
                        1, layer(3, "tanh") + layer(1, "sigmoid"), "mse", Targets.PROBABILITIES, optimizer, shuffle))
                .forEach(texts::add);
        return Stream.concat(texts.stream().map(Trainings::spec), layered(shuffle).stream())
                .toList();
    }

    /// Every layer, with its settings.
    static List<TrainingSpec> layered(boolean shuffle) {
        return LAYERS.stream()
                .map(layers -> text(1, layers, "mse", Targets.PROBABILITIES, "{sgd: {learning_rate: 0.5}}", shuffle))
                .map(Trainings::spec)
                .toList();
    }

    /// Samples that count by their own weights and by those of their classes, behind outputs of every kind.
    static List<TrainingSpec> weighed() {
        String own = "sample_weight: ["
                + IntStream.range(0, SAMPLES)
                        .mapToObj(sample -> String.valueOf(sample % 4 / 2.0))
                        .collect(Collectors.joining(", "))
                + "]\nvalidation_split:";
        List<TrainingSpec> specs = new ArrayList<>();
        for (Loss loss : Loss.ALL) {
            for (int outputs : new int[] {1, 3}) {
                for (Activation output : OUTPUTS) {
                    boolean alone = outputs == 1 && !(output instanceof Activation.Elementwise);
                    if (loss.misfit(outputs, output).isEmpty() && !alone) {
                        String layers = layer(4, "tanh") + layer(outputs, output.name());
                        String plain = text(outputs, layers, loss.name(), loss.targets(), "sgd", true);
                        specs.add(spec(plain.replace("validation_split:", own)));
                        if (loss.targets() == Targets.PROBABILITIES || loss.targets() == Targets.CLASS_NUMBERS) {
                            specs.add(spec(plain.replace("batch_size:", "class_weight: {0: 0.5, 1: 3}\nbatch_size:")));
                        }
                    }
                }
            }
        }
        return specs;
    }

    /// Callbacks that look at everything there is, and act.
    static List<TrainingSpec> watched() {
        String normalized = "  - dense: {units: 4, activation: linear, use_bias: false}\n  - batch_normalization: {}\n";
        String two =
                text(1, normalized + layer(1, "sigmoid"), "binary_crossentropy", Targets.PROBABILITIES, FAST, true);
        String three = text(
                3,
                layer(4, "tanh") + layer(3, "softmax"),
                "categorical_crossentropy",
                Targets.PROBABILITIES,
                FAST,
                true);
        String numbers = text(1, layer(4, "tanh") + layer(1, "linear"), "huber", Targets.NUMBERS, FAST, true);
        String signs = text(1, layer(4, "tanh") + layer(1, "tanh"), "hinge", Targets.SIGNS, FAST, true);
        List<TrainingSpec> specs = new ArrayList<>();
        for (String monitor : List.of("loss", "val_loss", "accuracy", "val_accuracy")) {
            for (String text : List.of(two, three, signs, labels(), numbers)) {
                if (text.equals(numbers) && monitor.endsWith("accuracy")) {
                    continue;
                }
                for (String callbacks : List.of(
                        "early_stopping: {monitor: %s}\n",
                        "early_stopping: {monitor: %s, patience: 2, restore_best_weights: true, start_from_epoch: 1}\n",
                        "early_stopping: {monitor: %s, patience: 3, baseline: 0.3, min_delta: 0.01}\n",
                        "reduce_lr_on_plateau: {monitor: %s, factor: 0.5, patience: 1}\n",
                        "reduce_lr_on_plateau: {monitor: %s, factor: 0.3, patience: 1, cooldown: 2, min_lr: 0.25,"
                                + " min_delta: 0.1}\nearly_stopping: {patience: 6, restore_best_weights: true}\n")) {
                    specs.add(spec(text.replace("epochs: 4", "epochs: 12")
                            .replace("batch_size:", callbacks.formatted(monitor) + "batch_size:")));
                }
            }
        }
        return specs;
    }

    /// Several yes-no answers, of which those that train look like classes.
    static String labels() {
        return text(2, layer(4, "tanh") + layer(2, "sigmoid"), "binary_crossentropy", Targets.PROBABILITIES, FAST, true)
                .replaceFirst(
                        "\ny: .*", "\ny: [[1, 0], [0, 1], [1, 0], [0, 1], [0, 1], [1, 0], [1, 1], [0, 0], [1, 1]]");
    }

    static TrainingSpec spec(String text) {
        NotebookReading reading = read(text);
        if (!reading.problems().isEmpty()) {
            throw new AssertionError(reading.problems() + "\n" + text);
        }
        return TrainingSpec.of(reading.exercise().orElseThrow(), Optional.empty());
    }

    private static NotebookReading read(String text) {
        try {
            Path file = Files.writeString(Files.createTempFile("notebook", ".md"), text);
            NotebookReading reading = NotebookReading.of(file);
            Files.delete(file);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String layer(int units, String activation) {
        return "  - dense: {units: " + units + ", activation: " + activation + "}\n";
    }

    static String text(int outputs, String layers, String loss, Targets targets, String optimizer, boolean shuffle) {
        return """
                ---
                title: Training
                summary: For a test
                ---
                ```data samples
                x: %s
                y: %s
                validation_split: 0.25
                ```
                ```network net
                input: samples
                layers:
                %sseed: 3
                ```
                ```train fit
                network: net
                data: samples
                loss: %s
                optimizer: %s
                batch_size: 4
                epochs: 4
                shuffle: %s
                ```
                """.formatted(
                        rows(2, (sample, column) -> .1 * ((sample * 7 + column * 5) % 11) - .4 + .013 * sample),
                        rows(
                                targets == Targets.CLASS_NUMBERS ? 1 : outputs,
                                (sample, column) -> target(targets, sample, column, outputs)),
                        layers,
                        loss.equals("mse") ? "mean_squared_error" : loss,
                        optimizer,
                        shuffle);
    }

    private static double target(Targets targets, int sample, int column, int outputs) {
        return switch (targets) {
            case NUMBERS, NOT_NEGATIVE, NOT_ZERO -> .25 + (sample * 3 + column) % 5;
            case PROBABILITIES -> outputs == 1 ? sample % 2 : sample % outputs == column ? 1 : 0;
            case SIGNS -> (sample + column) % 2 == 0 ? 1 : -1;
            case CLASS_NUMBERS -> sample % outputs;
        };
    }

    private interface Entry {
        double at(int sample, int column);
    }

    private static String rows(int columns, Entry entry) {
        return IntStream.range(0, SAMPLES)
                .mapToObj(sample -> IntStream.range(0, columns)
                        .mapToObj(column -> String.valueOf(entry.at(sample, column)))
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
