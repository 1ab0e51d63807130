package org.stepback.playground.setting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stepback.data.Dataset;

/// Points of the plane with what the network is to say of each.
///
/// @param label the number of the point's class, or with no classes the number to predict
/// @param classes how many there are, 0 where numbers are predicted
public record Samples(double[] x, double[] y, double[] label, int classes) {
    /// The part of the plane that is shown goes from −6 to 6, as in TensorFlow Playground.
    public static final double REACH = 6;

    static Samples of(Dataset figure) {
        int n = figure.samples();
        return new Samples(
                IntStream.range(0, n).mapToDouble(i -> figure.x().get(0, i)).toArray(),
                IntStream.range(0, n).mapToDouble(i -> figure.x().get(1, i)).toArray(),
                IntStream.range(0, n).mapToDouble(i -> figure.y().get(0, i)).toArray(),
                figure.classes().size());
    }

    public int size() {
        return x.length;
    }

    /// The same figure, moved and then enlarged.
    Samples enlarged(double factor, double centreX, double centreY) {
        return new Samples(
                Arrays.stream(x).map(each -> factor * (each - centreX)).toArray(),
                Arrays.stream(y).map(each -> factor * (each - centreY)).toArray(),
                label,
                classes);
    }

    /// The same points in another order (Fisher and Yates).
    Samples mixed(SplittableRandom random) {
        int[] order = IntStream.range(0, size()).toArray();
        for (int left = order.length; left > 1; left--) {
            int pick = random.nextInt(left);
            int kept = order[left - 1];
            order[left - 1] = order[pick];
            order[pick] = kept;
        }
        return new Samples(picked(x, order), picked(y, order), picked(label, order), classes);
    }

    private static double[] picked(double[] from, int[] order) {
        return IntStream.of(order).mapToDouble(i -> from[i]).toArray();
    }

    /// Those from one index up to, but not including, another.
    public Samples part(int from, int to) {
        return new Samples(
                Arrays.copyOfRange(x, from, to),
                Arrays.copyOfRange(y, from, to),
                Arrays.copyOfRange(label, from, to),
                classes);
    }
}
