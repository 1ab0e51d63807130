package org.stepback.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.stepback.data.Dataset;
import org.stepback.nn.Callback;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;

/// The settings of `compile` and `fit`.
final class KerasSettings {
    private static final int MAX_EPOCHS = 10_000;
    private static final double MAX_SPLIT = .9;

    private final UnaryOperator<Py> resolve;

    KerasSettings(UnaryOperator<Py> resolve) {
        this.resolve = resolve;
    }

    /// @param lossSpot where the loss stands
    record Compiled(Optimization optimizer, Loss loss, PythonException.Spot lossSpot) {}

    Compiled compiled(Py.Call call) {
        PyArguments arguments = new PyArguments(call, List.of("optimizer", "loss", "loss_weights", "metrics"), resolve);
        arguments.require(Set.of("optimizer", "loss", "metrics", "jit_compile", "run_eagerly", "steps_per_execution"));
        Py loss = arguments.need("loss", "compile needs a loss, such as loss=\"mse\".");
        Loss read = KerasNames.named("loss", loss, Loss.ALL, Loss::name);
        if (loss instanceof Py.Call written) {
            read = new KerasTunable(resolve)
                    .read(written, read, KerasTunable.settings(read), Set.of("name", "reduction"));
        }
        return new Compiled(
                arguments
                        .get("optimizer")
                        .map(new KerasOptimizer(resolve)::read)
                        .orElseGet(KerasOptimizer::usual),
                read,
                loss.spot());
    }

    KerasModel.Fit fit(Py.Call call) {
        PyArguments arguments = new PyArguments(call, List.of("x", "y", "batch_size", "epochs", "verbose"), resolve);
        Set<String> known = Set.of(
                "x",
                "y",
                "batch_size",
                "epochs",
                "verbose",
                "validation_split",
                "validation_data",
                "shuffle",
                "validation_batch_size",
                "validation_freq",
                "callbacks",
                "class_weight");
        arguments.require(known);
        double held = arguments.has("validation_data") ? .2 : 0;
        return new KerasModel.Fit(
                arguments.whole("epochs", KerasModel.Fit.DEFAULT.epochs(), MAX_EPOCHS),
                arguments.whole("batch_size", KerasModel.Fit.DEFAULT.batchSize(), TrainerSettings.MAX_BATCH),
                arguments.get("validation_split").map(KerasSettings::share).orElse(held),
                arguments.flag("shuffle", true),
                arguments.get("class_weight").map(this::classWeights).orElse(Map.of()),
                arguments.get("callbacks").map(this::callbacks).orElse(List.of()),
                KerasData.of(arguments.whatever("x"), arguments.whatever("y"), resolve));
    }

    /// Such as `{0: 1.0, 1: 3.0}`.
    private Map<Integer, Double> classWeights(Py value) {
        if (!(resolve.apply(value) instanceof Py.Pairs pairs)) {
            throw value.refusal("class_weight must be a dictionary such as {0: 1.0, 1: 3.0}");
        }
        Map<Integer, Double> weights = new TreeMap<>();
        for (Py.Pair pair : pairs.all()) {
            if (!(pair.key() instanceof Py.Num number) || !isClass(number.value())) {
                throw pair.key().refusal("A class must be a whole number from 0 to " + (Dataset.MAX_OUTPUTS - 1));
            }
            if (!(resolve.apply(pair.value()) instanceof Py.Num weight)
                    || !TrainerSettings.CLASS_WEIGHT.contains(weight.value())) {
                throw pair.value().refusal("A class weight must be " + TrainerSettings.CLASS_WEIGHT.words());
            }
            weights.put((int) number.value(), weight.value());
        }
        return weights;
    }

    private static boolean isClass(double number) {
        return number == Math.rint(number) && number >= 0 && number < Dataset.MAX_OUTPUTS;
    }

    /// Those that the lab has; TerminateOnNaN it has always.
    private List<Callback> callbacks(Py value) {
        List<Py> all = value instanceof Py.Items items ? items.all() : List.of(value);
        List<Callback> callbacks = new ArrayList<>();
        for (Py one : all) {
            Py written = resolve.apply(one);
            if (written instanceof Py.Call call && call.callee().last().equals("TerminateOnNaN")) {
                continue;
            }
            Callback callback = callback(written);
            if (callbacks.stream().anyMatch(other -> other.name().equals(callback.name()))) {
                throw new PythonException(
                        written.spot(), "There is a second " + callback.name() + " here. Leave one out.");
            }
            callbacks.add(callback);
        }
        return callbacks;
    }

    private Callback callback(Py written) {
        Callback plain = KerasNames.named("callback", written, Callback.ALL, Callback::name);
        if (!(written instanceof Py.Call call)) {
            throw new PythonException(written.spot(), "Here must be a callback such as EarlyStopping(patience=5).");
        }
        return new KerasTunable(resolve).read(call, plain, List.of("monitor"), Set.of("verbose", "mode"));
    }

    private static double share(Py value) {
        if (value instanceof Py.Num num && num.value() >= 0 && num.value() <= MAX_SPLIT) {
            return num.value();
        }
        throw value.refusal("validation_split must be a number from 0 to " + MAX_SPLIT);
    }
}
