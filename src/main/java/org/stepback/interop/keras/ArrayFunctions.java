package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepback.interop.python.Spot;

/// NumPy's functions and methods that tutorials make their data with. Random numbers stand in for those of NumPy.
final class ArrayFunctions {
    private static final Set<String> ARRAYS = Set.of(
            "array",
            "asarray",
            "constant",
            "tensor",
            "convert_to_tensor",
            "copy",
            "asanyarray",
            "ascontiguousarray",
            "Variable");
    private static final Map<String, DoubleUnaryOperator> EACH = Map.ofEntries(
            Map.entry("sin", StrictMath::sin),
            Map.entry("cos", StrictMath::cos),
            Map.entry("tan", StrictMath::tan),
            Map.entry("tanh", StrictMath::tanh),
            Map.entry("exp", StrictMath::exp),
            Map.entry("log", StrictMath::log),
            Map.entry("log1p", StrictMath::log1p),
            Map.entry("log2", x -> StrictMath.log(x) / StrictMath.log(2)),
            Map.entry("log10", StrictMath::log10),
            Map.entry("sqrt", StrictMath::sqrt),
            Map.entry("square", x -> x * x),
            Map.entry("abs", Math::abs),
            Map.entry("fabs", Math::abs),
            Map.entry("absolute", Math::abs),
            Map.entry("sign", Math::signum),
            Map.entry("negative", x -> -x),
            Map.entry("floor", Math::floor),
            Map.entry("ceil", Math::ceil),
            Map.entry("rint", Math::rint),
            Map.entry("deg2rad", Math::toRadians),
            Map.entry("radians", Math::toRadians),
            Map.entry("logical_not", x -> x == 0 ? 1 : 0));

    private static final Set<String> STAYS_WHOLE =
            Set.of("square", "abs", "absolute", "sign", "negative", "logical_not");

    private static final Map<String, DoubleBinaryOperator> PAIRS = Map.of(
            "maximum", Math::max,
            "minimum", Math::min,
            "logical_and", (a, b) -> a != 0 && b != 0 ? 1 : 0,
            "logical_or", (a, b) -> a != 0 || b != 0 ? 1 : 0,
            "logical_xor", (a, b) -> a != 0 ^ b != 0 ? 1 : 0,
            "bitwise_xor", (a, b) -> (long) a ^ (long) b);

    private static final Map<String, String> SIGNS = Map.of(
            "add",
            "+",
            "subtract",
            "-",
            "multiply",
            "*",
            "divide",
            "/",
            "power",
            "**",
            "matmul",
            "@",
            "dot",
            "@",
            "mod",
            "%");

    private final Spot spot;
    private final CallValues arguments;

    private ArrayFunctions(Spot spot, CallValues arguments) {
        this.spot = spot;
        this.arguments = arguments;
    }

    /// Returns the value of a function's call; empty where it is not among those that are known.
    ///
    /// @throws IllegalArgumentException with a sentence, where NumPy would refuse the arguments
    static Optional<Value> of(Spot spot, String dotted, List<Made.Argument> arguments) {
        String name = dotted.substring(dotted.lastIndexOf('.') + 1);
        CallValues call = new CallValues(arguments);
        boolean random = dotted.contains("random") || dotted.contains("rng");
        if (random && RandomArrays.NAMES.contains(name)) {
            return Optional.of(RandomArrays.of(spot, name, call));
        }
        Optional<Value> unknown = arguments.stream()
                .map(Made.Argument::value)
                .map(Unfollowed::in)
                .flatMap(Optional::stream)
                .findFirst();
        if (unknown.isPresent() && isKnown(name)) {
            return unknown.map(found -> found instanceof Value.StandIn one
                    ? new Value.StandIn(spot, sameShape(name, call, one), one.origin())
                    : found);
        }
        Optional<Value> value = new ArrayFunctions(spot, call).function(name);
        boolean lists = arguments.stream().anyMatch(argument -> argument.value() instanceof Value.Items);
        return value.isEmpty() && isKnown(name) && lists && Unfollowed.isPlain(arguments)
                ? Optional.of(
                        Value.unknown(spot, name + "(…) cannot be followed with these arguments. Write its numbers."))
                : value;
    }

    private static Optional<List<Integer>> sameShape(String name, CallValues call, Value.StandIn found) {
        boolean alone = call.all().getFirst().value() == found;
        return alone && (ARRAYS.contains(name) || EACH.containsKey(name)) ? found.shape() : Optional.empty();
    }

    private static final Set<String> OTHERS = Set.of(
            "linspace",
            "arange",
            "zeros",
            "ones",
            "full",
            "eye",
            "identity",
            "zeros_like",
            "ones_like",
            "concatenate",
            "concat",
            "vstack",
            "hstack",
            "stack",
            "column_stack",
            "reshape",
            "transpose",
            "expand_dims",
            "squeeze",
            "ravel",
            "to_categorical",
            "one_hot",
            "where",
            "clip",
            "round",
            "around",
            "cast",
            "tile",
            "repeat",
            "meshgrid",
            "flip");

    private static boolean isKnown(String name) {
        return OTHERS.contains(name)
                || ARRAYS.contains(name)
                || EACH.containsKey(name)
                || PAIRS.containsKey(name)
                || SIGNS.containsKey(name)
                || Reductions.NAMES.contains(name);
    }

    private Optional<Value> function(String name) {
        if (!isKnown(name)) {
            return Optional.empty();
        }
        if (Reductions.NAMES.contains(name)) {
            return arguments.first().map(array -> Reductions.of(spot, name, array, arguments));
        }
        if (EACH.containsKey(name)) {
            return arguments
                    .first()
                    .map(array -> table(array.map(EACH.get(name), array.isWhole() && STAYS_WHOLE.contains(name))));
        }
        if (PAIRS.containsKey(name)) {
            return arguments.first().flatMap(a -> arguments
                    .array(1, "x2")
                    .map(b -> table(a.with(b, PAIRS.get(name), a.isWhole() && b.isWhole()))));
        }
        if (SIGNS.containsKey(name)) {
            return arguments.first().flatMap(a -> arguments
                    .array(1, "x2")
                    .map(b -> Arithmetic.of(spot, SIGNS.get(name), table(a), table(b))));
        }
        return ARRAYS.contains(name)
                ? arguments.first().map(array -> table(typed(array.copy(), arguments.get(1, "dtype"))))
                : other(name);
    }

    private Optional<Value> other(String name) {
        return switch (name) {
            case "linspace" -> linspace();
            case "arange" -> arange();
            case "zeros", "ones" ->
                arguments.shape(0).map(shape -> table(filled(name.equals("ones") ? 1 : 0, false, shape)));
            case "full" ->
                arguments.shape(0).flatMap(shape -> arguments
                        .number(1, "fill_value")
                        .map(value -> table(filled(value, false, shape))));
            case "zeros_like", "ones_like" ->
                arguments
                        .first()
                        .map(array -> table(filled(name.startsWith("ones") ? 1 : 0, array.isWhole(), array.shape())));
            case "eye", "identity" -> arguments.number(0, "N").map(size -> table(eye((int) Math.round(size))));
            case "concatenate", "concat" -> joined(arguments.axis(1, 0));
            case "vstack" -> stacked(0, 2, false);
            case "hstack" ->
                parts().map(parts ->
                        table(NdArray.joined(parts, parts.getFirst().axes() == 1 ? 0 : 1)));
            case "stack" ->
                parts().map(parts -> table(NdArray.joined(
                        parts.stream()
                                .map(part -> part.expanded(Math.max(0, arguments.axis(1, 0))))
                                .toList(),
                        Math.max(0, arguments.axis(1, 0)))));
            case "column_stack" -> stacked(1, 2, true);
            case "reshape" ->
                arguments.first().flatMap(array -> arguments.shape(1).map(shape -> table(array.reshape(shape))));
            case "transpose" ->
                arguments.first().filter(_ -> arguments.all().size() == 1).map(array -> table(array.transposed()));
            case "expand_dims" ->
                arguments.first().map(array -> {
                    int axis = arguments.axis(1, 0);
                    return table(array.expanded(axis < 0 ? axis + array.axes() + 1 : axis));
                });
            case "squeeze" -> arguments.first().map(array -> table(squeezed(array)));
            case "ravel" -> arguments.first().map(array -> table(array.reshape(-1)));
            case "to_categorical", "one_hot" -> arguments.first().map(this::oneHot);
            case "where" ->
                arguments.array(1, "x").flatMap(a -> arguments
                        .array(2, "y")
                        .flatMap(b -> arguments.first().map(condition -> where(condition, a, b))));
            case "clip" ->
                arguments.first().flatMap(array -> arguments.number(1, "a_min").flatMap(low -> arguments
                        .number(2, "a_max")
                        .map(high -> table(array.map(x -> Math.min(Math.max(x, low), high), array.isWhole())))));
            case "round", "around" ->
                arguments
                        .first()
                        .map(array ->
                                rounded(array, arguments.number(1, "decimals").orElse(0.0)));
            case "cast" -> arguments.first().map(array -> table(typed(array.copy(), arguments.get(1, "dtype"))));
            case "flip" ->
                arguments
                        .first()
                        .map(array -> table(array.rows(IntStream.range(0, array.shape()[0])
                                .map(i -> array.shape()[0] - 1 - i)
                                .toArray())));
            default -> Optional.of(Value.unknown(spot, name + " cannot be followed here. Write its numbers."));
        };
    }

    private Value where(NdArray condition, NdArray a, NdArray b) {
        NdArray chosen = condition.with(a, (holds, value) -> holds != 0 ? value : 0, false);
        NdArray rest = condition.with(b, (holds, value) -> holds != 0 ? 0 : value, false);
        return table(chosen.with(rest, Double::sum, a.isWhole() && b.isWhole()));
    }

    private Value rounded(NdArray array, double decimals) {
        double factor = StrictMath.pow(10, decimals);
        return table(array.map(x -> Math.rint(x * factor) / factor, array.isWhole()));
    }

    private Optional<Value> stacked(int axis, int axes, boolean columns) {
        return parts().map(parts -> table(NdArray.joined(
                parts.stream()
                        .map(part -> part.axes() < axes ? columns ? part.reshape(-1, 1) : part.reshape(1, -1) : part)
                        .toList(),
                axis)));
    }

    private Optional<Value> joined(int axis) {
        return parts().map(parts ->
                table(NdArray.joined(parts, axis < 0 ? axis + parts.getFirst().axes() : axis)));
    }

    private Optional<List<NdArray>> parts() {
        return arguments.get(0, "arrays").filter(Value.Items.class::isInstance).flatMap(list -> {
            List<NdArray> parts = new ArrayList<>();
            ((Value.Items) list).all().forEach(one -> Arithmetic.array(one).ifPresent(parts::add));
            return Optional.of(parts)
                    .filter(all -> !all.isEmpty()
                            && all.size() == ((Value.Items) list).all().size());
        });
    }

    private Optional<Value> linspace() {
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
                    return table(NdArray.of(all, false, count));
                }));
    }

    private Optional<Value> arange() {
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
            return table(typed(NdArray.of(all, whole, all.length), arguments.get(3, "dtype")));
        });
    }

    static NdArray filled(double value, boolean whole, int... shape) {
        double[] all = new double[NdArray.count(shape)];
        Arrays.fill(all, value);
        return NdArray.of(all, whole, shape);
    }

    private static NdArray eye(int size) {
        NdArray square = filled(0, false, size, size);
        for (int i = 0; i < size; i++) {
            square.at(0, i).at(0, i).set(filled(1, false));
        }
        return square;
    }

    private Value oneHot(NdArray classes) {
        double[] numbers = classes.toArray();
        double largest = DoubleStream.of(numbers).max().orElse(0);
        int count = (int) Math.round(arguments.number(1, "num_classes").orElse(largest + 1));
        NdArray.require(
                count > largest && DoubleStream.of(numbers).allMatch(c -> c >= 0 && c == Math.rint(c)),
                "Class numbers must be whole, from 0, and below the number of classes.");
        NdArray.count(numbers.length, count);
        double[] all = new double[numbers.length * count];
        for (int i = 0; i < numbers.length; i++) {
            all[i * count + (int) numbers[i]] = 1;
        }
        return table(NdArray.of(all, false, numbers.length, count));
    }

    private static NdArray squeezed(NdArray array) {
        return array.reshape(
                Arrays.stream(array.shape()).filter(length -> length != 1).toArray());
    }

    /// Returns the array as numbers of a type: whole ones where it is one of integers or of yes and no.
    static NdArray typed(NdArray array, Optional<Value> type) {
        if (type.isEmpty()) {
            return array;
        }
        String name = (type.get() instanceof Value.Text text
                        ? text.value()
                        : type.get() instanceof Value.Reference reference ? reference.last() : "")
                .toLowerCase(Locale.ROOT);
        if (name.startsWith("float") || name.equals("double")) {
            return array.as(false);
        } else if (name.startsWith("int") || name.startsWith("uint")) {
            NdArray.require(
                    !name.startsWith("u") || DoubleStream.of(array.toArray()).allMatch(x -> x >= 0),
                    "Numbers below 0 do not fit the type " + name + ".");
            return array.as(true);
        } else if (name.startsWith("bool")) {
            return array.map(x -> x == 0 ? 0 : 1, true);
        }
        throw new IllegalArgumentException("This type of numbers is not known here. Write float32, int or bool.");
    }

    /// Returns the value of an array's method; empty where it is not among those that are known.
    static Optional<Value> method(Spot spot, NdArray array, String name, List<Made.Argument> given) {
        List<Made.Argument> all = new ArrayList<>();
        all.add(new Made.Argument(spot, Optional.empty(), new Value.Table(spot, array)));
        boolean lengths = name.equals("reshape") && given.size() > 1;
        if (lengths) {
            List<Value> shape = given.stream().map(Made.Argument::value).toList();
            all.add(new Made.Argument(spot, Optional.empty(), new Value.Items(spot, shape, true)));
        } else {
            all.addAll(given);
        }
        return switch (name) {
            case "numpy", "tolist", "copy" -> Optional.of(new Value.Table(spot, array.copy()));
            case "flatten" -> Optional.of(new Value.Table(spot, array.copy().reshape(-1)));
            case "item" ->
                Optional.of(new Value.Num(spot, array.toArray()[0], array.isWhole()))
                        .filter(_ -> array.size() == 1)
                        .map(Value.class::cast);
            case "astype" ->
                given.size() == 1
                        ? Optional.of(new Value.Table(
                                spot,
                                typed(array.copy(), Optional.of(given.getFirst().value()))))
                        : Optional.empty();
            case "array" -> Optional.empty();
            default -> of(spot, "numpy." + name, all);
        };
    }

    private Value table(NdArray array) {
        return new Value.Table(spot, array);
    }
}
