package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.nn.layer.Layer;
import org.stepback.number.NumberText;

/// Reads the weights that `set_weights` gives a network, or each of its layers.
final class KerasWeights {
    private static final int MAX_NUMBERS = 5000;

    private final Model model;
    private final KerasLayers layers;
    private OptionalInt inputs;
    private int numbers;

    KerasWeights(Model model, KerasLayers layers, OptionalInt inputs) {
        this.model = model;
        this.layers = layers;
        this.inputs = inputs;
    }

    /// Returns the number of the network's inputs, which its weights may say.
    OptionalInt inputs() {
        return inputs;
    }

    /// Returns the weights of each layer as a network cell has them; none where none are given.
    List<String> yaml() {
        Optional<Value> whole = model.weights();
        List<Optional<Value>> each =
                layers.origins().stream().map(Made::weights).toList();
        if (whole.isPresent()) {
            List<Value> left = new ArrayList<>(list(whole.get()));
            List<String> read = read(left, whole.get().spot());
            if (!left.isEmpty()) {
                throw new PythonException(
                        whole.get().spot(),
                        "Here are " + left.size() + " arrays of weights more than the layers have.");
            }
            return read;
        }
        if (each.stream().allMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<Value> all = new ArrayList<>();
        Spot spot = each.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .spot();
        for (int i = 0; i < each.size(); i++) {
            boolean has = !tensors(i).isEmpty();
            if (has && each.get(i).isEmpty()) {
                throw new PythonException(
                        spot,
                        "One layer has weights and another has none. Write set_weights([…]) for all of them, or for none.");
            }
            each.get(i).ifPresent(list -> all.addAll(list(list)));
        }
        return read(all, spot);
    }

    private static List<Value> list(Value value) {
        if (value instanceof Value.Items items) {
            return items.all();
        }
        throw value.refusal("set_weights takes a list of arrays");
    }

    private Map<String, DMatrixRMaj> tensors(int layer) {
        Layer read = layers.all().get(layer);
        return read.tensors().in(read.blank(Math.max(1, read.units(1))));
    }

    private List<String> read(List<Value> left, Spot spot) {
        List<String> all = new ArrayList<>();
        int width = inputs.orElse(0);
        for (int i = 0; i < layers.all().size(); i++) {
            Layer layer = layers.all().get(i);
            List<String> tensors = new ArrayList<>();
            for (String name : tensors(i).keySet()) {
                if (left.isEmpty()) {
                    throw new PythonException(spot, "The weights of layer " + (i + 1) + " are missing here.");
                }
                Value value = left.removeFirst();
                NdArray array = array(value, spot);
                if (width == 0 && i == 0) {
                    width = array.shape()[0];
                    inputs = OptionalInt.of(width);
                }
                boolean kernel = name.equals("kernel");
                int[] wanted = kernel ? new int[] {width, layer.units(width)} : new int[] {layer.units(width)};
                if (!Arrays.equals(array.shape(), wanted)) {
                    throw new PythonException(
                            value.spot(),
                            "The " + name.replace('_', ' ') + " of layer " + (i + 1) + " has the shape "
                                    + Arrays.toString(wanted) + ", but this array has " + Arrays.toString(array.shape())
                                    + ".");
                }
                numbers += kernel ? array.size() : 0;
                tensors.add(name + ": " + (kernel ? rows(array) : row(array.toArray())));
            }
            width = layer.units(width);
            all.add("  - {" + String.join(", ", tensors) + "}\n");
        }
        if (numbers > MAX_NUMBERS) {
            throw new PythonException(
                    spot, "A network holds at most " + MAX_NUMBERS + " given weights, and here are " + numbers + ".");
        }
        return all;
    }

    private static NdArray array(Value value, Spot spot) {
        Optional<Value> unfollowed = Unfollowed.in(value);
        if (unfollowed.isPresent()) {
            throw unfollowed.get() instanceof Value.Unknown unknown
                    ? unknown.reason()
                    : new PythonException(
                            spot, "The weights are not in the code. Write their numbers, or leave set_weights out.");
        }
        NdArray array = Arithmetic.array(value).orElseThrow(() -> value.refusal("Here must be an array of weights"));
        if (array.axes() == 0 || !DoubleStream.of(array.toArray()).allMatch(Double::isFinite)) {
            throw new PythonException(value.spot(), "Here must be an array of finite weights.");
        }
        return array;
    }

    private static String rows(NdArray kernel) {
        return Samples.rows(kernel).stream()
                .map(row -> row(row.stream().mapToDouble(Double::doubleValue).toArray()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String row(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(NumberText::plain).collect(Collectors.joining(", ", "[", "]"));
    }
}
