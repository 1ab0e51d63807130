package org.stepback.interop.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.data.Dataset;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.KerasNames;
import org.stepback.nn.Network;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.NumberLoss;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;

/// A training as Keras 3 code.
record KerasCode(TrainingSpec spec, Numbers numbers, Freezing freezing) {
    String text() {
        Dataset data = SampleNotes.all(spec);
        String x = numbers.columns("x", data.x());
        String y = numbers.columns("y", data.y());
        String weights = weights(spec.network());
        return """
                # %s, in Keras 3.
                # It starts with the lab's own weights and samples%s.
                # Keras takes some means in single precision, so that about seven digits agree.
                %s%simport os

                os.environ.setdefault("JAX_ENABLE_X64", "1")  # JAX has doubles only when it is told

                import keras
                import numpy as np

                keras.config.set_floatx("float64")
                keras.utils.set_random_seed(%d)
                %s%s
                # one row a sample%s
                x = np.array(%s)
                y = np.array(%s)
                %s
                model = keras.Sequential([
                    keras.Input(shape=(%d,)),
                %s])

                # the weights before the first step, layer by layer; a kernel is inputs × units
                initial_weights = [
                %s]
                model.set_weights(initial_weights)

                model.compile(
                    optimizer=%s,
                    loss=%s,%s
                )
                history = model.fit(x, y, batch_size=%d, epochs=%d, shuffle=%s%s%s%s)
                print(history.history["loss"][-1])
                """.formatted(
                        SampleNotes.title(spec),
                        SampleNotes.order(spec),
                        links(),
                        numbers.imports(),
                        spec.train().seed() & 0x7fffffff,
                        (spec.train().loss() instanceof NumberLoss.HalfSquaredError
                                        ? "\n\n" + KerasNames.HALF_SQUARED_ERROR
                                        : "")
                                + freezing.constraint(),
                        numbers.reading(),
                        SampleNotes.held(spec),
                        x,
                        y,
                        sampleWeights(data),
                        spec.architecture().inputs(),
                        IntStream.range(0, spec.net().layers().size())
                                .mapToObj(this::layer)
                                .collect(Collectors.joining()),
                        weights,
                        optimizer(spec.train().optimizer()),
                        loss(spec.train().loss()),
                        metrics(),
                        spec.train().batchSize(),
                        spec.train().epochs(),
                        Python.flag(spec.train().shuffle()),
                        split(),
                        data.sampleWeights().length == 0 ? classWeights() : ", sample_weight=sample_weight",
                        callbacks());
    }

    /// Keras's "accuracy" of several outputs compares the largest ones; of several labels each counts for itself.
    private String metrics() {
        if (!spec.classifies()) {
            return "";
        }
        String metric =
                spec.split().train().multiLabel() ? "keras.metrics.BinaryAccuracy(name=\"accuracy\")" : "\"accuracy\"";
        return "\n    metrics=[" + metric + "],";
    }

    private String sampleWeights(Dataset data) {
        return data.sampleWeights().length == 0
                ? ""
                : "sample_weight = np.array(" + numbers.flat("sample_weight", data.weights()) + ")\n";
    }

    private String links() {
        return spec.net().layers().stream()
                        .allMatch(layer -> Penalty.cut(layer, "W", "b").isEmpty())
                ? ""
                : "# Keras's L1 cuts no links: a weight that it takes past 0 is not 0 for good, as in the lab.\n";
    }

    private String classWeights() {
        return spec.train().classWeights().isEmpty() ? "" : ", class_weight={" + Weighing.classWeights(spec) + "}";
    }

    private String callbacks() {
        return spec.train().callbacks().isEmpty()
                ? ""
                : spec.train().callbacks().stream()
                        .map(callback -> "keras.callbacks." + KerasNames.className(callback.name()) + "("
                                + Python.arguments(callback.hyperparameters()) + ")")
                        .collect(Collectors.joining(", ", ", callbacks=[", "]"));
    }

    private String split() {
        double split = spec.data().validationSplit();
        return split == 0 ? "" : ", validation_split=" + Python.number(split);
    }

    /// With what must be given, and what is not as usual.
    private String layer(int index) {
        Layer layer = spec.net().layers().get(index);
        Layer said = layer instanceof Dense dense ? dense.with(start(dense)) : layer;
        List<Hyperparameter> usual = Layer.named(layer.name()).orElseThrow().hyperparameters();
        List<Hyperparameter> settings = said.hyperparameters().stream()
                .filter(setting -> setting.required() || !usual.contains(setting))
                .toList();
        String arguments = Python.arguments(settings).replaceFirst("^units=", ""); // as everybody writes it
        return "    keras.layers." + KerasNames.className(layer.name()) + "(" + arguments + freezing.arguments(index)
                + "),\n";
    }

    /// Returns the kernel's initializer, where Keras has it and it is not Keras's default.
    private Optional<Initializer> start(Dense dense) {
        Initializer start = dense.kernelInitializer().orElse(spec.net().initializer());
        return Optional.of(start)
                .filter(own -> !own.equals(Initializer.ALL.getFirst()))
                .filter(own -> !(own instanceof Initializer.PlaygroundUniform));
    }

    private String weights(Network network) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < network.layers(); i++) {
            String number = String.valueOf(i + 1);
            network.layer(i).tensors().in(network.weights(i)).forEach((name, tensor) -> {
                boolean pairs = name.equals("kernel");
                lines.append(
                        array(pairs ? numbers.columns(name + number, tensor) : numbers.flat(name + number, tensor)));
            });
        }
        return lines.toString();
    }

    private static String array(String list) {
        return "    np.array(" + list.replace("\n", "\n    ") + "),\n";
    }

    private static String loss(Loss loss) {
        if (loss instanceof NumberLoss.HalfSquaredError) {
            return loss.name();
        }
        return loss.isUsual()
                ? Python.text(loss.name())
                : "keras.losses." + KerasNames.className(loss.name()) + "(" + Python.arguments(loss.hyperparameters())
                        + ")";
    }

    private static String optimizer(Optimization optimizer) {
        List<String> arguments = new ArrayList<>();
        arguments.add("learning_rate=" + rate(optimizer.schedule()));
        String settings = Python.arguments(optimizer.rule().hyperparameters());
        if (!settings.isEmpty()) {
            arguments.add(settings);
        }
        if (optimizer.weightDecay() != 0 || optimizer.rule().defaultWeightDecay() != 0) {
            arguments.add("weight_decay=" + Python.number(optimizer.weightDecay()));
        }
        Clipping clipping = optimizer.clipping();
        clipping.hyperparameters()
                .forEach(limit -> arguments.add(clipping.name() + "=" + Python.number((Double) limit.value())));
        return "keras.optimizers." + KerasNames.className(optimizer.rule().name()) + "(" + String.join(", ", arguments)
                + ")";
    }

    private static String rate(Schedule schedule) {
        return schedule instanceof Schedule.Constant constant
                ? Python.number(constant.learningRate())
                : "keras.optimizers.schedules." + KerasNames.className(schedule.name()) + "("
                        + Python.arguments(schedule.hyperparameters()) + ")";
    }
}
