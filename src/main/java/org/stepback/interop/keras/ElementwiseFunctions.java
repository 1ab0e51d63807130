package org.stepback.interop.keras;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// NumPy's functions that take each number of an array by itself, or with its partner in another array.
final class ElementwiseFunctions {
    private static final Map<String, DoubleUnaryOperator> EACH = Map.ofEntries(
            entry("sin", StrictMath::sin),
            entry("cos", StrictMath::cos),
            entry("tan", StrictMath::tan),
            entry("tanh", StrictMath::tanh),
            entry("exp", StrictMath::exp),
            entry("log", StrictMath::log),
            entry("log1p", StrictMath::log1p),
            entry("log2", x -> StrictMath.log(x) / StrictMath.log(2)),
            entry("log10", StrictMath::log10),
            entry("sqrt", StrictMath::sqrt),
            entry("square", x -> x * x),
            entry("abs", Math::abs),
            entry("fabs", Math::abs),
            entry("absolute", Math::abs),
            entry("sign", Math::signum),
            entry("negative", x -> -x),
            entry("floor", Math::floor),
            entry("ceil", Math::ceil),
            entry("rint", Math::rint),
            entry("deg2rad", Math::toRadians),
            entry("radians", Math::toRadians),
            entry("logical_not", x -> x == 0 ? 1 : 0));

    private static final Set<String> STAYS_WHOLE =
            Set.of("square", "abs", "absolute", "sign", "negative", "logical_not");

    private static final Map<String, DoubleBinaryOperator> PAIRS = Map.of(
            "maximum", Math::max,
            "minimum", Math::min,
            "logical_and", (a, b) -> a != 0 && b != 0 ? 1 : 0,
            "logical_or", (a, b) -> a != 0 || b != 0 ? 1 : 0,
            "logical_xor", (a, b) -> a != 0 ^ b != 0 ? 1 : 0,
            "bitwise_xor", (a, b) -> (long) a ^ (long) b);

    static final Map<String, ArrayFunction> ALL = all();

    private ElementwiseFunctions() {}

    private static Map<String, ArrayFunction> all() {
        Map<String, ArrayFunction> all = new HashMap<>(Map.of(
                "where", ArrayFunction.of("x y", ElementwiseFunctions::where),
                "clip", ArrayFunction.of("a_min|min a_max|max", ElementwiseFunctions::clip),
                "round", ArrayFunction.of("decimals", ElementwiseFunctions::round),
                "around", ArrayFunction.of("decimals", ElementwiseFunctions::round)));
        EACH.forEach((name, function) -> all.put(name, ArrayFunction.of("", arguments -> arguments
                .first()
                .map(array -> array.map(function, array.isWhole() && STAYS_WHOLE.contains(name))))));
        PAIRS.forEach((name, function) -> all.put(name, ArrayFunction.of("x2", arguments -> arguments
                .first()
                .flatMap(a -> arguments.array(1, "x2").map(b -> a.with(b, function, a.isWhole() && b.isWhole()))))));
        return Map.copyOf(all);
    }

    /// Returns whether a function takes each number of one array by itself.
    static boolean takesEach(String name) {
        return EACH.containsKey(name);
    }

    private static Optional<NdArray> where(CallValues arguments) {
        return arguments.array(1, "x").flatMap(a -> arguments
                .array(2, "y")
                .flatMap(b -> arguments.first().map(condition -> where(condition, a, b))));
    }

    private static NdArray where(NdArray condition, NdArray a, NdArray b) {
        NdArray chosen = condition.with(a, (holds, value) -> holds != 0 ? value : 0, false);
        NdArray rest = condition.with(b, (holds, value) -> holds != 0 ? 0 : value, false);
        return chosen.with(rest, Double::sum, a.isWhole() && b.isWhole());
    }

    private static Optional<NdArray> clip(CallValues arguments) {
        return arguments
                .first()
                .flatMap(array -> arguments.number(1, "a_min", "min").flatMap(low -> arguments
                        .number(2, "a_max", "max")
                        .map(high -> array.map(x -> Math.min(Math.max(x, low), high), array.isWhole()))));
    }

    private static Optional<NdArray> round(CallValues arguments) {
        double factor = StrictMath.pow(10, arguments.number(1, "decimals").orElse(0.0));
        return arguments.first().map(array -> array.map(x -> Math.rint(x * factor) / factor, array.isWhole()));
    }
}
