package org.stepback.interop;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stepback.nn.Hyperparameter;
import org.stepback.nn.Loss;
import org.stepback.nn.Optimizer;
import org.stepback.nn.TrainerSettings;

/// What `compile` and `fit` say.
final class KerasSettings {
    private static final int MAX_EPOCHS = 10_000;
    private static final double MAX_SPLIT = .9;

    private final UnaryOperator<Py> resolve;

    KerasSettings(UnaryOperator<Py> resolve) {
        this.resolve = resolve;
    }

    /// @param lossSpot where the loss stands
    record Compiled(Optimizer optimizer, Loss loss, PythonException.Spot lossSpot) {}

    Compiled compiled(Py.Call call) {
        PyArguments arguments = new PyArguments(call, List.of("optimizer", "loss", "loss_weights", "metrics"), resolve);
        arguments.require(Set.of("optimizer", "loss", "metrics", "jit_compile", "run_eagerly", "steps_per_execution"));
        Py loss = arguments
                .get("loss")
                .orElseThrow(() -> new PythonException(call.spot(), "compile needs a loss, such as loss=\"mse\"."));
        Loss read = KerasNames.named("loss", loss, Loss.ALL, Loss::name);
        if (loss instanceof Py.Call written) {
            new PyArguments(written, List.of(), resolve).require(Set.of("name", "reduction"));
        }
        return new Compiled(
                arguments.get("optimizer").map(this::optimizer).orElseGet(KerasSettings::usual), read, loss.spot());
    }

    /// Keras's default is rmsprop, where the lab has it.
    private static Optimizer usual() {
        return Optimizer.named("rmsprop").orElseGet(Optimizer.ALL::getLast);
    }

    private Optimizer optimizer(Py value) {
        Optimizer plain = KerasNames.named("optimizer", value, Optimizer.ALL, Optimizer::name);
        if (!(value instanceof Py.Call call)) {
            return plain;
        }
        List<String> names =
                plain.hyperparameters().stream().map(Hyperparameter::name).toList();
        PyArguments arguments = new PyArguments(call, names, resolve);
        Set<String> known = new HashSet<>(names);
        known.addAll(Set.of("lr", "name"));
        arguments.require(known);
        Optimizer tuned = plain;
        for (Hyperparameter h : plain.hyperparameters()) {
            Optional<Py> given = arguments.get(h.name());
            Optional<Py> found = h.name().equals("learning_rate") ? given.or(() -> arguments.get("lr")) : given;
            tuned = found.isPresent() ? tuned(tuned, h, found.get()) : tuned;
        }
        return tuned;
    }

    private static Optimizer tuned(Optimizer optimizer, Hyperparameter h, Py value) {
        double number =
                switch (value) {
                    case Py.Num num -> num.value();
                    case Py.Flag flag -> flag.value() ? 1 : 0;
                    default ->
                        throw new PythonException(
                                value.spot(), h.name() + " must be a number, not " + value.shown() + ".");
                };
        h.problem(number).ifPresent(problem -> {
            throw new PythonException(value.spot(), problem);
        });
        return optimizer.with(h.name(), number);
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
                "validation_freq");
        if (arguments.has("callbacks")) {
            throw new PythonException(call.spot(), "The lab has no callbacks yet. Leave callbacks out of fit.");
        }
        arguments.require(known);
        double held = arguments.has("validation_data") ? .2 : 0;
        return new KerasModel.Fit(
                arguments.whole("epochs", KerasModel.Fit.DEFAULT.epochs(), MAX_EPOCHS),
                arguments.whole("batch_size", KerasModel.Fit.DEFAULT.batchSize(), TrainerSettings.MAX_BATCH),
                arguments.get("validation_split").map(KerasSettings::share).orElse(held),
                arguments.flag("shuffle", true));
    }

    private static double share(Py value) {
        if (value instanceof Py.Num num && num.value() >= 0 && num.value() <= MAX_SPLIT) {
            return num.value();
        }
        throw new PythonException(
                value.spot(),
                "validation_split must be a number from 0 to " + MAX_SPLIT + ", not " + value.shown() + ".");
    }
}
