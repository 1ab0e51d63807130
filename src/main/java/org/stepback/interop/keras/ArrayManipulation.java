package org.stepback.interop.keras;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// NumPy's functions that give an array another shape, or join arrays.
final class ArrayManipulation {
    static final Map<String, ArrayFunction> ALL = Map.ofEntries(
            entry("reshape", ArrayFunction.of("shape|newshape", ArrayManipulation::reshape)),
            entry(
                    "transpose",
                    ArrayFunction.of("", arguments -> arguments.first().map(NdArray::transposed))),
            entry("expand_dims", ArrayFunction.of("axis", ArrayManipulation::expandDims)),
            entry("squeeze", ArrayFunction.of("", arguments -> arguments.first().map(ArrayManipulation::squeezed))),
            entry("ravel", ArrayFunction.of("", arguments -> arguments.first().map(array -> array.reshape(-1)))),
            entry("flatten", ArrayFunction.of("", arguments -> arguments.first().map(ArrayManipulation::flat))),
            entry("flip", ArrayFunction.of("axis", ArrayManipulation::flip)),
            entry("concatenate", ArrayFunction.of("axis", ArrayManipulation::concatenate)),
            entry("concat", ArrayFunction.of("axis", ArrayManipulation::concatenate)),
            entry("stack", ArrayFunction.of("axis", ArrayManipulation::stack)),
            entry("vstack", ArrayFunction.of("", ArrayManipulation::vstack)),
            entry("column_stack", ArrayFunction.of("", ArrayManipulation::columnStack)),
            entry("hstack", ArrayFunction.of("", ArrayManipulation::hstack)));

    private ArrayManipulation() {}

    private static Optional<NdArray> reshape(CallValues arguments) {
        return arguments.first().flatMap(array -> arguments.shape(1).map(array::reshape));
    }

    private static Optional<NdArray> expandDims(CallValues arguments) {
        return arguments.first().map(array -> array.expanded(arguments.axis(1, 0, array.axes() + 1)));
    }

    private static NdArray flat(NdArray array) {
        return array.copy().reshape(-1);
    }

    private static NdArray squeezed(NdArray array) {
        return array.reshape(
                Arrays.stream(array.shape()).filter(length -> length != 1).toArray());
    }

    /// Turns one axis round, or all of them.
    private static Optional<NdArray> flip(CallValues arguments) {
        boolean all = arguments.get(1, "axis").isEmpty();
        return arguments.first().map(array -> {
            NdArray turned = array;
            for (int axis = 0; axis < array.axes(); axis++) {
                int length = array.shape()[axis];
                turned = all || axis == arguments.axis(1, 0, array.axes())
                        ? turned.slice(axis, length - 1, -1, length)
                        : turned;
            }
            return turned;
        });
    }

    private static Optional<NdArray> concatenate(CallValues arguments) {
        return parts(arguments)
                .map(parts -> NdArray.joined(
                        parts, arguments.axis(1, 0, parts.getFirst().axes())));
    }

    private static Optional<NdArray> stack(CallValues arguments) {
        return parts(arguments).map(parts -> {
            int place = arguments.axis(1, 0, parts.getFirst().axes() + 1);
            return NdArray.joined(
                    parts.stream().map(part -> part.expanded(place)).toList(), place);
        });
    }

    private static Optional<NdArray> vstack(CallValues arguments) {
        return parts(arguments).map(parts -> joined(parts, 0, part -> part.reshape(1, -1)));
    }

    private static Optional<NdArray> columnStack(CallValues arguments) {
        return parts(arguments).map(parts -> joined(parts, 1, part -> part.reshape(-1, 1)));
    }

    /// Joins arrays; a single row of numbers takes its place in the table first.
    private static NdArray joined(List<NdArray> parts, int axis, UnaryOperator<NdArray> placed) {
        return NdArray.joined(
                parts.stream()
                        .map(part -> part.axes() < 2 ? placed.apply(part) : part)
                        .toList(),
                axis);
    }

    private static Optional<NdArray> hstack(CallValues arguments) {
        return parts(arguments)
                .map(parts -> NdArray.joined(parts, parts.getFirst().axes() == 1 ? 0 : 1));
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
