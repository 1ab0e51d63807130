package org.stepback.exercise.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.exercise.Kind;
import org.stepback.exercise.Shape;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.nn.Architecture;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Schedule;

/// Reads the number that a check expects: `0.35`, or `{quantity: z, network: net, data: points, sample: 1, layer:
/// 1, unit: 2}`.
///
/// Samples, layers, units and inputs count from 1 and must exist in the author's cells.
final class ExpectedNumberReader {
    private static final Map<String, Function<ExpectedNumberReader, ExpectedNumber>> READERS = readers();
    private static final List<String> NAMES = List.copyOf(READERS.keySet());
    private static final String OF_EXERCISE = "of the exercise";
    private static final Range LEARNING_RATE =
            Range.of(Schedule.ALL.getFirst().hyperparameters().getFirst());

    private final MappingReader fields;
    private final String network;
    private final Optional<Cell.Net> net;
    private final Exercise exercise;
    private final CellScope surroundings;

    private ExpectedNumberReader(MappingReader fields, Exercise exercise, CellScope surroundings) {
        this.fields = fields;
        this.exercise = exercise;
        this.surroundings = surroundings;
        this.network = surroundings.reference(fields.slot("network"), Kind.NETWORK, OF_EXERCISE);
        this.net = exercise.cell(network, Cell.Net.class);
    }

    /// The readers of the quantities, in the order in which a sentence names them.
    private static Map<String, Function<ExpectedNumberReader, ExpectedNumber>> readers() {
        Map<String, Function<ExpectedNumberReader, ExpectedNumber>> readers = new LinkedHashMap<>();
        readers.put("z", ExpectedNumberReader::z);
        readers.put("a", ExpectedNumberReader::a);
        readers.put("prediction", ExpectedNumberReader::prediction);
        readers.put("loss", ExpectedNumberReader::loss);
        readers.put("kernel_gradient", ExpectedNumberReader::kernelGradient);
        readers.put("bias_gradient", ExpectedNumberReader::biasGradient);
        readers.put("updated_kernel", of -> new ExpectedNumber.UpdatedKernel(of.kernelGradient(), of.learningRate()));
        readers.put("updated_bias", of -> new ExpectedNumber.UpdatedBias(of.biasGradient(), of.learningRate()));
        readers.put("parameters", of -> new ExpectedNumber.Parameters(of.network));
        return readers;
    }

    /// @param surroundings of which all cells count as earlier
    static ExpectedNumber read(FieldReader slot, Exercise exercise, CellScope surroundings) {
        if (!(slot.node() instanceof Node.Mapping)) {
            return new ExpectedNumber.Given(slot.number(Range.ANY));
        }
        MappingReader fields = slot.fields(" of the value");
        FieldReader nameSlot = fields.slot("quantity");
        String name = nameSlot.named("quantity", NAMES, n -> n);
        if (!nameSlot.scalar().equals(name)) {
            return new ExpectedNumber.Given(0);
        }
        ExpectedNumber quantity = READERS.get(name).apply(new ExpectedNumberReader(fields, exercise, surroundings));
        fields.done();
        return quantity;
    }

    private ExpectedNumber z() {
        String data = data();
        int layer = layer();
        return new ExpectedNumber.Z(network, data, sample(data), layer, unit(layer));
    }

    private ExpectedNumber a() {
        String data = data();
        int layer = layer();
        return new ExpectedNumber.A(network, data, sample(data), layer, unit(layer));
    }

    private ExpectedNumber prediction() {
        String data = data();
        int last = net.map(found -> found.layers().size()).orElse(1);
        int unit = fields.has("unit") || unitsOf(last) > 1 ? unit(last) : 1;
        return new ExpectedNumber.Prediction(network, data, sample(data), unit);
    }

    private ExpectedNumber.LossOver loss() {
        String data = data();
        OptionalInt sample = fields.has("sample") ? OptionalInt.of(sample(data)) : OptionalInt.empty();
        return new ExpectedNumber.LossOver(
                network, data, sample, fields.slot("loss").named("loss", Loss.ALL, Loss::name));
    }

    private ExpectedNumber.KernelGradient kernelGradient() {
        ExpectedNumber.LossOver loss = loss();
        int layer = layer();
        return new ExpectedNumber.KernelGradient(loss, layer, unit(layer), index("input", inputsOf(layer)));
    }

    private ExpectedNumber.BiasGradient biasGradient() {
        ExpectedNumber.LossOver loss = loss();
        int layer = layer();
        return new ExpectedNumber.BiasGradient(loss, layer, unit(layer));
    }

    private double learningRate() {
        return fields.slot("learning_rate").number(LEARNING_RATE);
    }

    private String data() {
        return surroundings.reference(fields.slot("data"), Kind.DATA, OF_EXERCISE);
    }

    private int sample(String data) {
        return index("sample", shape(data).map(Shape::samples).orElse(Dataset.MAX_SAMPLES));
    }

    private int layer() {
        return index("layer", net.map(found -> found.layers().size()).orElse(Architecture.MAX_LAYERS));
    }

    private int unit(int layer) {
        return index("unit", unitsOf(layer));
    }

    private int unitsOf(int layer) {
        return architecture().map(found -> found.units(layer - 1)).orElse(Dense.MAX_UNITS);
    }

    private int inputsOf(int layer) {
        return architecture()
                .map(architecture -> architecture.inputsOf(layer - 1))
                .orElse(Dense.MAX_UNITS);
    }

    private Optional<Architecture> architecture() {
        return net.flatMap(found -> shape(found.input()).map(shape -> found.architecture(shape.inputs())));
    }

    private Optional<Shape> shape(String id) {
        return exercise.cell(id, Cell.Data.class).map(exercise::shape);
    }

    private int index(String key, int max) {
        return (int) fields.slot(key).whole(Range.whole(1, max, "1"));
    }
}
