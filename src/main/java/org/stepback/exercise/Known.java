package org.stepback.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepback.data.Generator;
import org.stepback.nn.Activation;
import org.stepback.nn.Clipping;
import org.stepback.nn.Hyperparameter;
import org.stepback.nn.Initializer;
import org.stepback.nn.Loss;
import org.stepback.nn.Optimizer;
import org.stepback.nn.Schedule;
import org.stepback.nn.Tunable;

/// The names that the reader knows in a cell, for completing what is typed.
///
/// @param keys every key that may stand somewhere in the cell
/// @param values by key, the names that its value may be
public record Known(List<String> keys, Map<String, List<String>> values) {
    public Known {
        keys = List.copyOf(keys);
        values = Map.copyOf(values);
    }

    /// @param kind of the cell, such as `network`
    /// @param above the cells that it may name
    public static Known of(String kind, List<Cell> above, Exercise exercise) {
        return switch (kind) {
            case "data" ->
                new Known(
                        List.copyOf(CellFields.ALL_KEYS),
                        Map.of(
                                "generator",
                                Generator.ALL.stream().map(Generator::name).toList(),
                                "file",
                                Tables.names(exercise.tables()).toList()));
            case "network" -> network(above);
            case "train" -> train(above);
            default -> new Known(List.of(), Map.of());
        };
    }

    private static Known network(List<Cell> above) {
        List<String> keys = new ArrayList<>(NetReader.FIELDS);
        keys.addAll(List.of("dense", "units", "activation", "kernel", "bias"));
        return new Known(
                keys,
                Map.of(
                        "input", ids(above, Kind.DATA),
                        "activation",
                                Activation.ALL.stream().map(Activation::name).toList(),
                        "initializer",
                                Initializer.ALL.stream().map(Initializer::name).toList()));
    }

    private static Known train(List<Cell> above) {
        Set<String> keys = new LinkedHashSet<>(TrainReader.FIELDS);
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> flags = List.of("true", "false");
        values.put("network", ids(above, Kind.NETWORK));
        values.put("data", ids(above, Kind.DATA));
        values.put("loss", Loss.ALL.stream().map(Loss::name).toList());
        values.put("optimizer", Optimizer.ALL.stream().map(Optimizer::name).toList());
        values.put("shuffle", flags);
        keys.addAll(List.of("learning_rate", "weight_decay"));
        for (List<? extends Tunable> all : List.of(Optimizer.ALL, Schedule.ALL, Clipping.ALL)) {
            for (Tunable tunable : all) {
                keys.add(tunable.name());
                for (Hyperparameter setting : tunable.hyperparameters()) {
                    keys.add(setting.name());
                    if (setting instanceof Hyperparameter.Flag) {
                        values.put(setting.name(), flags);
                    }
                }
            }
        }
        return new Known(List.copyOf(keys), values);
    }

    private static List<String> ids(List<Cell> cells, Kind kind) {
        return cells.stream()
                .filter(cell -> Kind.of(cell) == kind)
                .map(Cell::id)
                .toList();
    }
}
