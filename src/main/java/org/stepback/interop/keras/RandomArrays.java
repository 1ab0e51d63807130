package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.Spot;

/// NumPy's random numbers, which are not in the program: samples of their shape stand in for them.
final class RandomArrays {
    static final Set<String> NAMES = Set.of(
            "rand",
            "randn",
            "random",
            "random_sample",
            "randint",
            "normal",
            "uniform",
            "standard_normal",
            "integers",
            "choice",
            "permutation",
            "multivariate_normal",
            "binomial",
            "poisson",
            "exponential");

    private RandomArrays() {}

    static Value of(Spot spot, String name, CallValues arguments) {
        Optional<Value> size = arguments
                .get(name.startsWith("rand") && !name.equals("randint") ? 0 : 2, "size")
                .or(() -> arguments.get(9, "shape"))
                .or(() -> name.startsWith("standard") || name.startsWith("random")
                        ? arguments.get(0, "size")
                        : Optional.empty())
                .or(() -> arguments
                        .positions()
                        .findFirst()
                        .map(Made.Argument::value)
                        .filter(Value.Items.class::isInstance));
        boolean axes = name.equals("rand") || name.equals("randn");
        Optional<List<Integer>> shape = axes
                ? Optional.of(
                        arguments.positions().map(one -> length(one.value())).toList())
                : size.map(RandomArrays::lengths);
        return new Value.StandIn(spot, shape, "random numbers");
    }

    private static List<Integer> lengths(Value size) {
        return size instanceof Value.Items items
                ? items.all().stream().map(RandomArrays::length).toList()
                : List.of(length(size));
    }

    private static int length(Value value) {
        return value instanceof Value.Num num && num.whole() && num.value() >= 0 && num.value() < 1e9
                ? (int) num.value()
                : -1;
    }
}
