package org.stepback.interop.keras;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepback.interop.python.Spot;

/// NumPy's functions that make one number of many, over a whole array or along an axis.
final class Reductions {
    static final Set<String> NAMES =
            Set.of("sum", "mean", "min", "max", "amin", "amax", "std", "var", "argmax", "argmin", "prod");

    /// The position of an argument that is known by its name only.
    private static final int NOWHERE = Integer.MAX_VALUE;

    private Reductions() {}

    static Parameters parameters(String name) {
        return name.matches("std|var") ? Parameters.of("axis", "keepdims", "ddof") : Parameters.of("axis", "keepdims");
    }

    static Value of(Spot spot, String name, NdArray array, CallValues arguments) {
        double freedom = arguments.number(NOWHERE, "ddof").orElse(0.0);
        if (arguments.get(1, "axis").isEmpty()) {
            double value = reduced(name, freedom, array.toArray());
            return new Value.Num(
                    spot, value, array.isWhole() && !name.matches("mean|std|var") || name.startsWith("arg"));
        }
        int place = arguments.axis(1, 0, array.axes());
        int[] order = array.shape();
        int length = order[place];
        order[place] = 1;
        NdArray all = ArrayCreation.filled(0, array.isWhole() && !name.matches("mean|std|var"), order);
        double[][] parts = new double[length][];
        for (int i = 0; i < length; i++) {
            parts[i] = array.slice(place, i, 1, 1).toArray();
        }
        double[] values = IntStream.range(0, all.size())
                .mapToDouble(i -> reduced(
                        name,
                        freedom,
                        Arrays.stream(parts).mapToDouble(part -> part[i]).toArray()))
                .toArray();
        NdArray reduced = NdArray.of(values, all.isWhole(), order);
        boolean kept = arguments.get(NOWHERE, "keepdims").orElse(null) instanceof Value.Flag flag && flag.value();
        return new Value.Table(spot, kept ? reduced : reduced.at(place, 0));
    }

    private static double reduced(String name, double freedom, double... all) {
        NdArray.require(all.length > 0, "The array is empty.");
        double sum = DoubleStream.of(all).sum();
        double mean = sum / all.length;
        double variance = DoubleStream.of(all).map(x -> (x - mean) * (x - mean)).sum() / (all.length - freedom);
        double most = name.endsWith("min")
                ? DoubleStream.of(all).min().orElse(0)
                : DoubleStream.of(all).max().orElse(0);
        return switch (name) {
            case "sum" -> sum;
            case "mean" -> mean;
            case "var" -> variance;
            case "std" -> Math.sqrt(variance);
            case "prod" -> DoubleStream.of(all).reduce(1, (a, b) -> a * b);
            case "argmax", "argmin" ->
                IntStream.range(0, all.length)
                        .filter(i -> all[i] == most)
                        .findFirst()
                        .orElse(0);
            default -> most;
        };
    }
}
