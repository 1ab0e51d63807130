package org.stepback.interop.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.KerasNames;
import org.stepback.nn.Callback;
import org.stepback.nn.Callback.EarlyStopping;
import org.stepback.nn.Callback.ReduceLrOnPlateau;
import org.stepback.nn.Monitor;
import org.stepback.nn.loss.Targets;
import org.stepback.nn.metric.Accuracy;
import org.stepback.nn.optimizer.Schedule;

/// The end of an epoch in NumPy and PyTorch code: callbacks, with the numbers that they read.
///
/// Every text is empty where there are no callbacks.
record EpochEnds(TrainingSpec spec) {
    private List<Callback> callbacks() {
        return spec.train().callbacks();
    }

    private List<Monitor> monitors() {
        return callbacks().stream().map(Callback::monitor).distinct().toList();
    }

    private List<Monitor> running() {
        return monitors().stream().filter(monitor -> !monitor.needsValidation()).toList();
    }

    private Optional<EarlyStopping> stopping() {
        return callbacks().stream()
                .filter(EarlyStopping.class::isInstance)
                .map(EarlyStopping.class::cast)
                .findFirst();
    }

    private boolean reduces() {
        return callbacks().stream().anyMatch(ReduceLrOnPlateau.class::isInstance);
    }

    /// Returns the module that the functions need.
    String imports() {
        return stopping().isPresent() ? "import copy\n" : "";
    }

    /// Lines that make the callbacks.
    ///
    /// @param state an expression for a list of all that learns, in arrays that can be written into
    String setup(String state) {
        String lines = callbacks().stream()
                .map(callback -> callback.name() + " = " + KerasNames.className(callback.name()) + "(" + rate(callback)
                        + Python.arguments(callback.hyperparameters()) + ")\n")
                .collect(Collectors.joining());
        return lines + (stopping().isPresent() ? "state = " + state + "\n" : "");
    }

    private String rate(Callback callback) {
        return callback instanceof ReduceLrOnPlateau
                        && spec.train().optimizer().schedule() instanceof Schedule.Constant constant
                ? "rate=" + Python.number(constant.learningRate()) + ", "
                : "";
    }

    /// Returns the learning rate, where a callback has it.
    Optional<String> learningRate() {
        return reduces() ? Optional.of("reduce_lr_on_plateau.rate") : Optional.empty();
    }

    /// Returns a line at the beginning of an epoch.
    String begin() {
        return running().isEmpty()
                ? ""
                : running().stream()
                        .map(monitor -> Python.text(monitor.name()) + ": 0.0")
                        .collect(Collectors.joining(", ", "sums = {", "}  # over the samples of the epoch\n"));
    }

    /// Lines after a step's forward pass.
    ///
    /// @param accuracy an expression for that of the batch
    String step(String accuracy) {
        return running().stream()
                .map(monitor -> "sums[%s] += len(batch) * %s\n"
                        .formatted(Python.text(monitor.name()), monitor.needsClasses() ? accuracy : "losses[-1]"))
                .collect(Collectors.joining());
    }

    /// Lines at the end of an epoch.
    ///
    /// @param loss an expression for that of the validation samples, and likewise their accuracy
    String end(String loss, String accuracy) {
        if (callbacks().isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder("seen = ")
                .append(running().isEmpty() ? "{}" : "{name: total / train for name, total in sums.items()}")
                .append('\n');
        monitors().stream()
                .filter(Monitor::needsValidation)
                .forEach(monitor -> lines.append("seen[%s] = %s\n"
                        .formatted(Python.text(monitor.name()), monitor.needsClasses() ? accuracy : loss)));
        if (reduces()) {
            lines.append("reduce_lr_on_plateau.look(seen)\n");
        }
        if (stopping().isPresent()) {
            lines.append("if early_stopping.ends(epoch, seen, state):\n    break\n");
        }
        return lines.toString();
    }

    /// Returns a line after the last epoch.
    String after() {
        return stopping().filter(EarlyStopping::restoreBestWeights).isPresent()
                ? "early_stopping.restore(state)  # the weights of the best epoch\n"
                : "";
    }

    /// Returns a function that counts right answers as the lab does, where a callback looks at them.
    ///
    /// @param largest an expression for the row or column of the largest, with `#` for `a` or `y`
    /// @param mean what gives the share of what is true, with `#` for it
    String accuracy(String largest, String mean) {
        if (monitors().stream().noneMatch(Monitor::needsClasses)) {
            return "";
        }
        boolean eachForItself = spec.architecture().output().units() == 1
                || Accuracy.rule(
                                spec.train().loss(),
                                spec.architecture().output().activation(),
                                spec.split().train().y(),
                                spec.split().train().multiLabel())
                        .multiLabel();
        String right = eachForItself
                ? "((a > %s) == (y > %s))".formatted(predictionThreshold(), targetThreshold())
                : "(" + largest.replace("#", "a") + " == " + largest.replace("#", "y") + ")";
        return "def accuracy(a, y):  # the share of right answers\n    return " + mean.replace("#", right) + "\n\n\n";
    }

    /// Half-way between the targets of no and yes, which are 0 and 1 or −1 and 1.
    private String targetThreshold() {
        double[] targets = spec.split().train().y().data;
        for (double target : targets) {
            if (target < 0) {
                return "0";
            }
        }
        return "0.5";
    }

    private String predictionThreshold() {
        return spec.train().loss().targets() == Targets.SIGNS ? "0" : targetThreshold();
    }
}
