package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stepback.data.Dataset;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.Callback;
import org.stepback.nn.TrainerSettings;

/// Arguments of `fit` that have parts of their own: weights of classes, and callbacks.
final class FitArguments {
    /// Callbacks that change no number of the training.
    private static final Set<String> ONLY_LOOK = Set.of(
            "TerminateOnNaN",
            "ModelCheckpoint",
            "TensorBoard",
            "CSVLogger",
            "History",
            "BackupAndRestore",
            "ProgbarLogger");

    private static final Map<String, List<String>> POSITIONS = Map.of(
            "early_stopping",
            List.of(
                    "monitor",
                    "min_delta",
                    "patience",
                    "verbose",
                    "mode",
                    "baseline",
                    "restore_best_weights",
                    "start_from_epoch"),
            "reduce_lr_on_plateau",
            List.of("monitor", "factor", "patience", "verbose", "mode", "min_delta", "cooldown", "min_lr"));

    private FitArguments() {}

    /// Such as `{0: 1.0, 1: 3.0}`.
    static Map<Integer, Double> classWeights(Value value) {
        if (!(value instanceof Value.Pairs pairs)) {
            throw value.refusal("class_weight must be a dictionary such as {0: 1.0, 1: 3.0}");
        }
        Map<Integer, Double> weights = new TreeMap<>();
        for (Value.Pair pair : pairs.all()) {
            if (!(pair.key() instanceof Value.Num number) || !isClass(number.value())) {
                throw pair.key().refusal("A class must be a whole number from 0 to " + (Dataset.MAX_OUTPUTS - 1));
            }
            if (!(pair.value() instanceof Value.Num weight) || !TrainerSettings.CLASS_WEIGHT.contains(weight.value())) {
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
    static List<Callback> callbacks(Value value, TrainingNotes notes) {
        List<Value> all = value instanceof Value.Items items ? items.all() : List.of(value);
        List<Callback> callbacks = new ArrayList<>();
        for (Value one : all) {
            if (one instanceof Made made && ONLY_LOOK.contains(made.name())) {
                made.requireWhole();
                if (!made.name().equals("TerminateOnNaN")) {
                    notes.say("The callback " + made.name() + " is left out: it writes files, or only looks");
                }
                continue;
            }
            Callback callback = callback(one, notes);
            if (callbacks.stream().anyMatch(other -> other.name().equals(callback.name()))) {
                throw new PythonException(one.spot(), "There is a second " + callback.name() + " here. Leave one out.");
            }
            callbacks.add(callback);
        }
        return callbacks;
    }

    private static Callback callback(Value written, TrainingNotes notes) {
        Callback plain = Names.named("callback", written, Callback.ALL, Callback::name);
        if (!(written instanceof Made call)) {
            throw new PythonException(written.spot(), "Here must be a callback such as EarlyStopping(patience=5).");
        }
        Map<String, String> old =
                plain instanceof Callback.ReduceLrOnPlateau ? Map.of("epsilon", "min_delta") : Map.of();
        notes.oldNames(call, old);
        CallArguments arguments =
                new CallArguments(call, POSITIONS.getOrDefault(plain.name(), List.of("monitor")), old);
        Callback read = KerasTunable.read(arguments, call, plain, Set.of("verbose", "mode"), Set.of());
        arguments.get("mode").ifPresent(mode -> requireUsual(mode, read));
        return read;
    }

    /// The lab knows by itself that a loss is to fall and an accuracy to rise.
    private static void requireUsual(Value mode, Callback callback) {
        String usual = callback.monitor().needsClasses() ? "max" : "min";
        if (!(mode instanceof Value.Text text) || !Set.of("auto", usual).contains(text.value())) {
            throw new PythonException(
                    mode.spot(),
                    "For " + callback.monitor().name() + " the lab has mode=\"" + usual
                            + "\" only. Write it so, or leave it out.");
        }
    }
}
