package org.stepback.interop.keras;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// NumPy's functions that give an array another shape, or join arrays.
final class ArrayManipulation {
    static final Map<String, Function<CallValues, Optional<NdArray>>> ALL = Map.ofEntries(
            entry("reshape", ArrayManipulation::reshape),
            entry("transpose", ArrayManipulation::transpose),
            entry("expand_dims", ArrayManipulation::expandDims),
            entry("squeeze", arguments -> arguments.first().map(ArrayManipulation::squeezed)),
            entry("ravel", arguments -> arguments.first().map(array -> array.reshape(-1))),
            entry("flip", arguments -> arguments.first().map(ArrayManipulation::flipped)),
            entry("concatenate", ArrayManipulation::concatenate),
            entry("concat", ArrayManipulation::concatenate),
            entry("stack", ArrayManipulation::stack),
            entry("vstack", arguments -> joined(arguments, 0, part -> part.axes() < 2 ? part.reshape(1, -1) : part)),
            entry(
                    "column_stack",
                    arguments -> joined(arguments, 1, part -> part.axes() < 2 ? part.reshape(-1, 1) : part)),
            entry("hstack", ArrayManipulation::hstack));

    private ArrayManipulation() {}

    private static Optional<NdArray> reshape(CallValues arguments) {
        return arguments.first().flatMap(array -> arguments.shape(1).map(array::reshape));
    }

    private static Optional<NdArray> transpose(CallValues arguments) {
        return arguments.first().filter(_ -> arguments.all().size() == 1).map(NdArray::transposed);
    }

    private static Optional<NdArray> expandDims(CallValues arguments) {
        int axis = arguments.axis(1, 0);
        return arguments.first().map(array -> array.expanded(axis < 0 ? axis + array.axes() + 1 : axis));
    }

    private static NdArray squeezed(NdArray array) {
        return array.reshape(
                Arrays.stream(array.shape()).filter(length -> length != 1).toArray());
    }

    private static NdArray flipped(NdArray array) {
        int length = array.shape()[0];
        return array.rows(IntStream.range(0, length).map(i -> length - 1 - i).toArray());
    }

    private static Optional<NdArray> concatenate(CallValues arguments) {
        int axis = arguments.axis(1, 0);
        return parts(arguments)
                .map(parts ->
                        NdArray.joined(parts, axis < 0 ? axis + parts.getFirst().axes() : axis));
    }

    private static Optional<NdArray> stack(CallValues arguments) {
        int axis = Math.max(0, arguments.axis(1, 0));
        return joined(arguments, axis, part -> part.expanded(axis));
    }

    private static Optional<NdArray> hstack(CallValues arguments) {
        return parts(arguments)
                .map(parts -> NdArray.joined(parts, parts.getFirst().axes() == 1 ? 0 : 1));
    }

    private static Optional<NdArray> joined(CallValues arguments, int axis, Function<NdArray, NdArray> shaped) {
        return parts(arguments)
                .map(parts -> NdArray.joined(parts.stream().map(shaped).toList(), axis));
    }

    private static Optional<List<NdArray>> parts(CallValues arguments) {
        return arguments.get(0, "arrays").filter(Value.Items.class::isInstance).flatMap(list -> {
            List<NdArray> parts = new ArrayList<>();
            ((Value.Items) list).all().forEach(one -> Arithmetic.array(one).ifPresent(parts::add));
            return Optional.of(parts)
                    .filter(all -> !all.isEmpty()
                            && all.size() == ((Value.Items) list).all().size());
        });
    }
}
