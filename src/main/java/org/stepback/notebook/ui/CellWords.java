package org.stepback.notebook.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stepback.exercise.Cell;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.number.NumberText;

/// Settings of a cell in words, such as "SGD, learning rate 0.003, batches of 32, 20 epochs".
final class CellWords {
    /// Optimizers that the field writes in capitals or in a way of its own.
    private static final Set<String> ABBREVIATIONS = Set.of("sgd", "rmsprop");

    private CellWords() {}

    /// @param told asked for the name of each field whether it is among the words
    static String of(Cell.Train train, Predicate<String> told) {
        List<String> words = new ArrayList<>();
        if (told.test("optimizer")) {
            words.add(optimizer(train.optimizer()));
        }
        if (told.test("loss")) {
            words.add(train.loss().name().replace('_', ' '));
        }
        if (told.test("batch_size")) {
            words.add("batches of " + NumberText.grouped(train.batchSize()));
        }
        if (told.test("epochs")) {
            words.add(train.epochs() == 1 ? "1 epoch" : NumberText.grouped(train.epochs()) + " epochs");
        }
        if (told.test("early_stopping") || told.test("reduce_lr_on_plateau")) {
            train.callbacks().forEach(callback -> words.add(callback.name().replace('_', ' ')));
        }
        if (words.isEmpty() && told.test("seed")) {
            words.add("seed " + train.seed());
        }
        return words.isEmpty() ? "" : NameSuggestions.capital(String.join(", ", words));
    }

    private static String optimizer(Optimization optimization) {
        Optimizer rule = optimization.rule();
        List<String> words = new ArrayList<>();
        words.add(
                ABBREVIATIONS.contains(rule.name())
                        ? rule.name().toUpperCase(Locale.ROOT)
                        : NameSuggestions.capital(rule.name().replace('_', ' ')));
        words.add(rate(optimization.schedule()));
        unusual(rule).forEach(setting -> words.add(setting.name().replace('_', ' ') + " " + setting.value()));
        if (optimization.weightDecay() != rule.defaultWeightDecay()) {
            words.add("weight decay " + NumberText.plain(optimization.weightDecay()));
        }
        if (!(optimization.clipping() instanceof Clipping.None)) {
            words.add("clipped gradients");
        }
        return String.join(", ", words);
    }

    /// Returns the settings that are not as the rule has them by itself.
    private static List<Hyperparameter> unusual(Optimizer rule) {
        List<Hyperparameter> usual =
                Optimizer.named(rule.name()).map(Optimizer::hyperparameters).orElse(List.of());
        return rule.hyperparameters().stream()
                .filter(setting -> usual.stream()
                        .noneMatch(other -> other.name().equals(setting.name())
                                && other.value().equals(setting.value())))
                .toList();
    }

    private static String rate(Schedule schedule) {
        return schedule instanceof Schedule.Constant constant
                ? "learning rate " + NumberText.plain(constant.learningRate())
                : "learning rate by " + schedule.name().replace('_', ' ');
    }

    /// Returns the layers from the input on, and the number of parameters.
    static String of(Cell.Net net, int inputs) {
        String chain = net.layers().stream()
                .map(CellWords::layer)
                .collect(Collectors.joining(" → ", inputs + (inputs == 1 ? " input → " : " inputs → "), ""));
        return chain + ": " + NumberText.grouped(net.architecture(inputs).parameters()) + " parameters.";
    }

    private static String layer(Layer layer) {
        return switch (layer) {
            case Dense dense -> dense.units() + " " + dense.activation().name();
            case ActivationLayer activation -> activation.activation().name();
            default -> layer.name().replace('_', ' ');
        };
    }
}
