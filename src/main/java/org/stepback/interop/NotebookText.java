package org.stepback.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.stepback.nn.Callback;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;
import org.stepback.number.NumberText;

/// Writes a network and its training as a notebook.
final class NotebookText {

    private NotebookText() {}

    /// @param name of the file that the network was read from
    static String of(KerasModel model, String name) {
        Placeholder data = Placeholder.of(model);
        int batch = Math.min(model.fit().batchSize(), data.trainingSamples());
        return """
                ---
                title: %s
                summary: A network that was written in Keras
                ---

                %s

                ```data samples
                %s```

                ```network net
                input: samples
                layers:
                %sinitializer: %s
                seed: 1
                ```

                ```train fit
                network: net
                data: samples
                loss: %s
                optimizer: %s
                batch_size: %d
                epochs: %d
                shuffle: %s
                seed: 1
                %s%s```
                """.formatted(
                title(name),
                notes(model, data, batch),
                data.yaml(),
                model.layers().stream().map(NotebookText::layer).collect(Collectors.joining()),
                model.initializer().name(),
                loss(model.loss()),
                optimizer(model.optimizer()),
                batch,
                model.fit().epochs(),
                model.fit().shuffle(),
                classWeights(model.fit().classWeights()),
                model.fit().callbacks().stream().map(NotebookText::callback).collect(Collectors.joining()));
    }

    private static String title(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
        return "\"" + (plain.isEmpty() ? "Network" : plain.substring(0, Math.min(plain.length(), 60)))
                + " from Keras\"";
    }

    /// Notes on settings that the code left out, and on those that the lab cannot follow.
    private static String notes(KerasModel model, Placeholder data, int batch) {
        List<String> notes = new ArrayList<>();
        notes.add(
                data.own()
                        ? "This network and its data were read from Keras code."
                        : "This network was read from Keras code. Its data is not in the code: the samples below stand in for it.");
        if (model.inputs().isEmpty() && !data.own()) {
            notes.add("The code does not say how many inputs there are: here are " + Placeholder.INPUTS + ".");
        }
        if (batch < model.fit().batchSize()) {
            notes.add("The batch size was " + model.fit().batchSize() + ", but there are only " + data.trainingSamples()
                    + " samples to train with here.");
        }
        return String.join("\n", notes);
    }

    private static String layer(Layer layer) {
        return "  - " + tunable(layer, Layer.named(layer.name()).orElseThrow()) + "\n";
    }

    private static String classWeights(Map<Integer, Double> weights) {
        return weights.isEmpty()
                ? ""
                : weights.entrySet().stream()
                        .map(entry -> entry.getKey() + ": "
                                + NumberText.plain(entry.getValue().doubleValue()))
                        .collect(Collectors.joining(", ", "class_weight: {", "}\n"));
    }

    private static String callback(Callback callback) {
        Callback usual = Callback.ALL.stream()
                .filter(kind -> kind.name().equals(callback.name()))
                .findFirst()
                .orElseThrow();
        return tunable(callback, usual) + "\n";
    }

    /// With what must be given, and what is not as usual.
    private static String tunable(Tunable thing, Tunable usual) {
        String settings = thing.hyperparameters().stream()
                .filter(setting ->
                        setting.required() || !usual.hyperparameters().contains(setting))
                .map(NotebookText::keyAndValue)
                .collect(Collectors.joining(", "));
        return thing.name() + ": {" + settings + "}";
    }

    private static String keyAndValue(Hyperparameter setting) {
        return setting.name() + ": "
                + switch (setting) {
                    case Hyperparameter.Choice choice ->
                        choice.chosen().map(NotebookText::named).orElse("");
                    case Hyperparameter.Number number
                    when number.whole() -> String.valueOf(number.value().longValue());
                    case Hyperparameter.Maybe maybe ->
                        maybe.value().isPresent()
                                ? NumberText.plain(maybe.value().getAsDouble())
                                : "";
                    default -> plain(setting.value());
                };
    }

    private static String named(Named thing) {
        if (!(thing instanceof Tunable tunable)) {
            return thing.name();
        }
        List<Hyperparameter> all = tunable.hyperparameters();
        String settings = all.stream().map(NotebookText::keyAndValue).collect(Collectors.joining(", "));
        return "{" + thing.name() + ": "
                + (all.size() == 1 ? plain(all.getFirst().value()) : "{" + settings + "}") + "}";
    }

    /// By its name, with the settings that are not Keras's own.
    private static String optimizer(Optimization optimizer) {
        Optimizer rule = optimizer.rule();
        List<Hyperparameter> usual = Optimizer.named(rule.name()).orElseThrow().hyperparameters();
        List<String> settings = new ArrayList<>();
        settings.add("learning_rate: " + rate(optimizer.schedule()));
        rule.hyperparameters().stream()
                .filter(setting -> !usual.contains(setting))
                .forEach(setting -> settings.add(setting.name() + ": " + plain(setting.value())));
        if (optimizer.weightDecay() != rule.defaultWeightDecay()) {
            settings.add("weight_decay: " + NumberText.plain(optimizer.weightDecay()));
        }
        optimizer
                .clipping()
                .hyperparameters()
                .forEach(limit -> settings.add(optimizer.clipping().name() + ": " + plain(limit.value())));
        return "{" + rule.name() + ": {" + String.join(", ", settings) + "}}";
    }

    private static String loss(Loss loss) {
        return loss.isUsual() ? loss.name() : named(loss);
    }

    private static String rate(Schedule schedule) {
        return schedule instanceof Schedule.Constant constant
                ? NumberText.plain(constant.learningRate())
                : schedule.hyperparameters().stream()
                        .filter(setting -> !setting.value().equals(OptionalDouble.empty()))
                        .map(setting -> setting.name() + ": " + plain(setting.value()))
                        .collect(Collectors.joining(", ", "{" + schedule.name() + ": {", "}}"));
    }

    private static String plain(Object value) {
        return switch (value) {
            case Double number -> NumberText.plain(number);
            case OptionalDouble maybe -> NumberText.plain(maybe.orElseThrow());
            case List<?> numbers ->
                numbers.stream().map(NotebookText::plain).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
