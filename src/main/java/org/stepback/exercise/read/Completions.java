package org.stepback.exercise.read;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepback.data.Generator;
import org.stepback.data.Header;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Kind;
import org.stepback.exercise.Tables;
import org.stepback.exercise.TrainingChart;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;

/// The names that the reader knows in a cell, for completing what is typed.
///
/// @param keys every key that may stand somewhere in the cell
/// @param values by key, the names that its value may be
public record Completions(List<String> keys, Map<String, List<String>> values) {
    private static final List<String> FLAGS = List.of("true", "false");

    public Completions {
        keys = List.copyOf(keys);
        values = Map.copyOf(values);
    }

    /// @param kind of the cell, such as `network`
    /// @param above the cells that it may name
    public static Completions of(String kind, List<Cell> above, Exercise exercise) {
        return switch (kind) {
            case "data" ->
                new Completions(
                        List.copyOf(CellFields.ALL_KEYS),
                        Map.of(
                                "generator",
                                Generator.ALL.stream().map(Generator::name).toList(),
                                "file",
                                Tables.names(exercise.tables()).toList(),
                                DataReader.HEADER,
                                Header.ALL.stream().map(Header::key).toList()));
            case "network" -> network(above);
            case "train" -> train(above);
            case "trace" -> new Completions(TraceReader.FIELDS, Map.of("train", ids(above, Kind.TRAIN)));
            default -> new Completions(List.of(), Map.of());
        };
    }

    private static Completions network(List<Cell> above) {
        Names names = new Names(NetReader.FIELDS);
        names.value("input", ids(above, Kind.DATA));
        names.value(
                "initializer", Initializer.ALL.stream().map(Initializer::name).toList());
        names.keys.addAll(List.of("kernel", "bias"));
        names.addAll(Layer.ALL);
        return names.known();
    }

    private static Completions train(List<Cell> above) {
        Names names = new Names(TrainReader.FIELDS);
        names.value("network", ids(above, Kind.NETWORK));
        names.value("data", ids(above, Kind.DATA));
        names.value("loss", Loss.ALL.stream().map(Loss::name).toList());
        names.value("optimizer", Optimizer.ALL.stream().map(Optimizer::name).toList());
        names.value("shuffle", FLAGS);
        names.value(
                TrainReader.CHARTS,
                TrainingChart.ALL.stream().map(TrainingChart::key).toList());
        names.keys.addAll(List.of(TrainReader.CHARTS, "learning_rate", "weight_decay"));
        names.addAll(Optimizer.ALL);
        names.addAll(Schedule.ALL);
        names.addAll(Clipping.ALL);
        return names.known();
    }

    /// The names as they are gathered, each once.
    private static final class Names {
        private final Set<String> keys;
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        Names(List<String> fields) {
            keys = new LinkedHashSet<>(fields);
        }

        void value(String key, List<String> names) {
            values.put(key, names);
        }

        /// The names of these things and of their settings, and of what those can be.
        void addAll(List<? extends Named> things) {
            for (Named thing : things) {
                if (thing instanceof Tunable tunable && keys.add(thing.name())) {
                    tunable.hyperparameters().forEach(this::add);
                }
            }
        }

        private void add(Hyperparameter setting) {
            keys.add(setting.name());
            if (setting instanceof Hyperparameter.Flag) {
                value(setting.name(), FLAGS);
            }
            if (setting instanceof Hyperparameter.Choice choice) {
                value(setting.name(), choice.all().stream().map(Named::name).toList());
                addAll(choice.all());
            }
        }

        Completions known() {
            return new Completions(List.copyOf(keys), values);
        }
    }

    private static List<String> ids(List<Cell> cells, Kind kind) {
        return cells.stream()
                .filter(cell -> Kind.of(cell) == kind)
                .map(Cell::id)
                .toList();
    }
}
