package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Kind;
import org.stepback.exercise.TrainingChart;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.nn.Callback;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.loss.Loss;

/// Reads `train` cells.
final class TrainReader {
    static final String CLASS_WEIGHT = "class_weight";
    /// Says what is shown of a run, not how it trains: it is no field that a student changes.
    static final String CHARTS = "charts";
    static final List<String> FIELDS = Stream.concat(
                    Stream.of(
                            "network",
                            "data",
                            "loss",
                            "optimizer",
                            "batch_size",
                            "epochs",
                            "shuffle",
                            "seed",
                            CLASS_WEIGHT),
                    Callback.ALL.stream().map(Callback::name))
            .toList();

    static final int MOST_BATCH = 4096;

    private static final Range BATCH = Range.whole(1, MOST_BATCH, "32");
    private static final Range CLASSES = Range.whole(0, Dataset.MAX_SAMPLES, "1");
    private static final Range EPOCHS = Range.whole(1, 10_000, "40");
    private static final int DEFAULT_BATCH = 32;
    private static final Range WEIGHT = Range.of(TrainerSettings.CLASS_WEIGHT, false, "2");

    private TrainReader() {}

    static Cell.Train read(String id, MappingReader fields, CellScope surroundings) {
        Cell.Train train = new Cell.Train(
                id,
                surroundings.reference(fields.slot("network"), Kind.NETWORK),
                surroundings.reference(fields.slot("data"), Kind.DATA),
                loss(fields.slot("loss")),
                OptimizerReader.read(fields.slot("optimizer")),
                (int) fields.slot("batch_size").whole(BATCH, DEFAULT_BATCH),
                (int) fields.slot("epochs").whole(EPOCHS),
                fields.slot("shuffle").flag(true),
                fields.slot("seed").whole(Range.SEED, 0),
                classWeights(fields.slot(CLASS_WEIGHT)),
                callbacks(fields),
                charts(fields.slot(CHARTS)),
                CellFields.access(fields, FIELDS, surroundings));
        fields.done();
        return train;
    }

    /// By its name, or with settings: `{huber: {delta: 2}}`.
    private static Loss loss(FieldReader slot) {
        return slot.node() instanceof Node.Mapping
                ? TunableReader.read(slot, "loss", Loss.ALL, "", "huber: 1")
                : slot.named("loss", Loss.ALL, Loss::name);
    }

    /// Such as `[loss, gradients]`, each once.
    private static List<TrainingChart> charts(FieldReader slot) {
        if (!slot.present()) {
            return TrainingChart.USUAL;
        }
        Set<TrainingChart> charts = new LinkedHashSet<>();
        for (FieldReader item : slot.items("chart %d", 1, TrainingChart.ALL.size())) {
            int before = item.findings().count();
            TrainingChart chart = item.named("chart", TrainingChart.ALL, TrainingChart::key);
            if (item.findings().count() == before && !charts.add(chart)) {
                item.refuse("The chart \"" + chart.key() + "\" is named twice. Remove one.");
            }
        }
        return List.copyOf(charts);
    }

    /// Such as `{0: 1, 1: 3}`.
    private static Map<Integer, Double> classWeights(FieldReader slot) {
        Map<Integer, Double> weights = new TreeMap<>();
        if (slot.isEmpty()) {
            return weights;
        }
        MappingReader fields = slot.fields(" of " + CLASS_WEIGHT, "1: 3");
        for (String key : fields.keys()) {
            FieldReader name = fields.key(key);
            int before = slot.findings().count();
            long number = new FieldReader(name.node(), name.path(), "A class of " + CLASS_WEIGHT, name.findings())
                    .whole(CLASSES);
            double weight = fields.entry(key).number(WEIGHT);
            if (slot.findings().count() == before) {
                weights.put((int) number, weight);
            }
        }
        return weights;
    }

    /// Those that have their settings here, if only `{}`.
    private static List<Callback> callbacks(MappingReader fields) {
        List<Callback> callbacks = new ArrayList<>();
        for (Callback callback : Callback.ALL) {
            FieldReader slot = fields.slot(callback.name());
            if (!slot.isEmpty()) {
                MappingReader settings = slot.fields(" of " + callback.name(), "patience: 5");
                callbacks.add(TunableReader.tuned(callback, settings));
                settings.done();
            }
        }
        return callbacks;
    }
}
