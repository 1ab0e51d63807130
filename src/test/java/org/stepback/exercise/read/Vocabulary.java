package org.stepback.exercise.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stepback.data.Generator;
import org.stepback.exercise.TrainingChart;
import org.stepback.nn.Monitor;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;

/// The names that the lab knows, from the lists that know them: an expected text writes `{activations}` for all of
/// them, so that a new one needs no change there.
public final class Vocabulary {
    private static final Map<String, List<String>> NAMES = names();

    private Vocabulary() {}

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("activations", names(Activation.ALL));
        names.put("initializers", names(Initializer.ALL));
        names.put("layers", names(Layer.ALL));
        names.put("losses", Loss.ALL.stream().map(Loss::name).toList());
        names.put("optimizers", names(Optimizer.ALL));
        names.put("penalties", names(Regularizer.ALL));
        names.put("schedules", names(Schedule.ALL.subList(1, Schedule.ALL.size())));
        names.put("generators", Generator.ALL.stream().map(Generator::name).toList());
        names.put("fields of train", TrainReader.FIELDS);
        names.put("charts", TrainingChart.ALL.stream().map(TrainingChart::key).toList());
        names.put("monitors", names(Monitor.ALL));
        Layer.ALL.forEach(layer -> names.put("settings of " + layer.name(), settings(layer)));
        return names;
    }

    private static List<String> names(List<? extends Named> all) {
        return all.stream().map(Named::name).toList();
    }

    private static List<String> settings(Layer layer) {
        return layer.hyperparameters().stream().map(Hyperparameter::name).toList();
    }

    /// Every list by its placeholder.
    public static Map<String, List<String>> lists() {
        return NAMES;
    }

    /// The text with names in the place of placeholders.
    public static String filled(String text) {
        return filled(text, all -> String.join(", ", all));
    }

    /// The text with names in the place of placeholders, joined as is the way there.
    public static String filled(String text, Function<List<String>, String> joined) {
        String filled = text;
        for (Map.Entry<String, List<String>> entry : NAMES.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", joined.apply(entry.getValue()));
        }
        return filled;
    }
}
