package org.stepback.interop.keras;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// NumPy's functions that make an array: of given numbers, of a shape, of a range, of class numbers.
final class ArrayCreation {
    private static final Set<String> OF_NUMBERS = Set.of(
            "array",
            "asarray",
            "constant",
            "tensor",
            "convert_to_tensor",
            "copy",
            "asanyarray",
            "ascontiguousarray",
            "Variable",
            "cast",
            "astype");

    static final Map<String, ArrayFunction> ALL = all();

    private ArrayCreation() {}

    private static Map<String, ArrayFunction> all() {
        Map<String, ArrayFunction> all = new HashMap<>(Map.ofEntries(
                entry("zeros", ArrayFunction.of("dtype order", arguments -> ofShape(arguments, 0))),
                entry("ones", ArrayFunction.of("dtype order", arguments -> ofShape(arguments, 1))),
                entry("full", ArrayFunction.of("fill_value dtype order", ArrayCreation::full)),
                entry("zeros_like", ArrayFunction.of("dtype", arguments -> like(arguments, 0))),
                entry("ones_like", ArrayFunction.of("dtype", arguments -> like(arguments, 1))),
                entry("eye", ArrayFunction.of("", ArrayCreation::eye)),
                entry("identity", ArrayFunction.of("", ArrayCreation::eye)),
                entry("linspace", ArrayFunction.of("stop num endpoint", ArrayCreation::linspace)),
                entry("arange", ArrayFunction.of("stop step dtype", ArrayCreation::arange)),
                entry("to_categorical", ArrayFunction.of("num_classes", ArrayCreation::oneHot)),
                entry("one_hot", ArrayFunction.of("depth|num_classes", ArrayCreation::oneHot))));
        ArrayFunction same = ArrayFunction.of(
                "dtype order",
                arguments -> arguments.first().map(array -> NumberType.typed(array.copy(), arguments.get(1, "dtype"))));
        OF_NUMBERS.forEach(name -> all.put(name, same));
        return Map.copyOf(all);
    }

    /// Returns whether a function makes an array of given numbers, with their shape.
    static boolean copies(String name) {
        return OF_NUMBERS.contains(name);
    }

    static NdArray filled(double value, boolean whole, int... shape) {
        double[] all = new double[NdArray.count(shape)];
        Arrays.fill(all, value);
        return NdArray.of(all, whole, shape);
    }

    private static Optional<NdArray> ofShape(CallValues arguments, double value) {
        return arguments
                .shape(0)
                .map(shape -> NumberType.typed(filled(value, false, shape), arguments.get(1, "dtype")));
    }

    private static Optional<NdArray> full(CallValues arguments) {
        return arguments.shape(0).flatMap(shape -> arguments
                .number(1, "fill_value")
                .map(value -> NumberType.typed(filled(value, false, shape), arguments.get(2, "dtype"))));
    }

    private static Optional<NdArray> like(CallValues arguments, double value) {
        return arguments
                .first()
                .map(array ->
                        NumberType.typed(filled(value, array.isWhole(), array.shape()), arguments.get(1, "dtype")));
    }

    private static Optional<NdArray> eye(CallValues arguments) {
        return arguments.number(0, "N", "n").map(number -> {
            int size = (int) Math.round(number);
            NdArray square = filled(0, false, size, size);
            for (int i = 0; i < size; i++) {
                square.at(0, i).at(0, i).set(filled(1, false));
            }
            return square;
        });
    }

    private static Optional<NdArray> linspace(CallValues arguments) {
        return arguments
                .number(0, "start")
                .flatMap(from -> arguments.number(1, "stop").map(to -> {
                    int count = NdArray.count(
                            (int) Math.round(arguments.number(2, "num").orElse(50.0)));
                    boolean closed =
                            !(arguments.get(3, "endpoint").orElse(null) instanceof Value.Flag flag && !flag.value());
                    double step = (to - from) / Math.max(1, closed ? count - 1 : count);
                    double[] all = IntStream.range(0, count)
                            .mapToDouble(i -> i * step + from)
                            .toArray();
                    if (closed && count > 1) {
                        all[count - 1] = to;
                    }
                    return NdArray.of(all, false, count);
                }));
    }

    private static Optional<NdArray> arange(CallValues arguments) {
        boolean one = arguments.get(1, "stop").isEmpty();
        double from = one ? 0 : arguments.number(0, "start").orElse(0.0);
        return arguments.number(one ? 0 : 1, "stop").map(to -> {
            double step = arguments.number(2, "step").orElse(1.0);
            double count = Math.max(0, Math.ceil((to - from) / step));
            NdArray.require(
                    count <= NdArray.MAX_NUMBERS, "An array has at most " + NdArray.MAX_NUMBERS + " numbers here.");
            boolean whole = from == Math.rint(from)
                    && step == Math.rint(step)
                    && arguments.all().stream()
                            .map(Made.Argument::value)
                            .allMatch(value -> !(value instanceof Value.Num num) || num.whole());
            double[] all = IntStream.range(0, (int) count)
                    .mapToDouble(i -> from + i * step)
                    .toArray();
            return NumberType.typed(NdArray.of(all, whole, all.length), arguments.get(3, "dtype"));
        });
    }

    private static Optional<NdArray> oneHot(CallValues arguments) {
        return arguments.first().map(classes -> {
            double[] numbers = classes.toArray();
            double largest = DoubleStream.of(numbers).max().orElse(0);
            int count =
                    (int) Math.round(arguments.number(1, "num_classes", "depth").orElse(largest + 1));
            NdArray.require(
                    count > largest && DoubleStream.of(numbers).allMatch(c -> c >= 0 && c == Math.rint(c)),
                    "Class numbers must be whole, from 0, and below the number of classes.");
            NdArray.count(numbers.length, count);
            double[] all = new double[numbers.length * count];
            for (int i = 0; i < numbers.length; i++) {
                all[i * count + (int) numbers[i]] = 1;
            }
            return NdArray.of(all, false, numbers.length, count);
        });
    }
}
