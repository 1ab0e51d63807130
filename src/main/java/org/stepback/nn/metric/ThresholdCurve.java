package org.stepback.nn.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A classifier of yes and no at every threshold, from above its largest output down to its smallest.
///
/// Entry i says yes to all outputs of at least `threshold[i]`; the first says yes to none. Source: scikit-learn,
/// `roc_curve` and `precision_recall_curve`, without their dropping of points between.
///
/// @param falsePositiveRate the share of the noes that are taken for yes, NaN where there is no no
/// @param recall the share of the yeses that are found, NaN where there is no yes
/// @param precision the share of what is taken for yes that is yes; 1 where nothing is
public record ThresholdCurve(double[] threshold, double[] falsePositiveRate, double[] recall, double[] precision) {
    /// @param outputs one a sample, larger for yes
    /// @param yes whether the sample is yes
    public static ThresholdCurve of(double[] outputs, boolean[] yes) {
        if (outputs.length != yes.length) {
            throw new IllegalArgumentException("Each output needs an answer.");
        }
        int[] order = IntStream.range(0, outputs.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> outputs[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        int steps = 1 + (int) Arrays.stream(outputs).distinct().count();
        ThresholdCurve curve =
                new ThresholdCurve(new double[steps], new double[steps], new double[steps], new double[steps]);
        int allYes = (int) IntStream.range(0, yes.length).filter(i -> yes[i]).count();
        int found = 0;
        int step = 0;
        curve.set(step, Double.POSITIVE_INFINITY, 0, 0, allYes, yes.length - allYes);
        for (int taken = 0; taken < order.length; ) {
            double output = outputs[order[taken]];
            for (; taken < order.length && Double.compare(outputs[order[taken]], output) == 0; taken++) {
                found += yes[order[taken]] ? 1 : 0;
            }
            curve.set(++step, output, taken, found, allYes, yes.length - allYes);
        }
        return curve;
    }

    private void set(int step, double output, int taken, int found, int allYes, int allNo) {
        threshold[step] = output;
        falsePositiveRate[step] = allNo == 0 ? Double.NaN : (double) (taken - found) / allNo;
        recall[step] = allYes == 0 ? Double.NaN : (double) found / allYes;
        precision[step] = taken == 0 ? 1 : (double) found / taken;
    }

    /// Returns the same curve with at most about so many entries, the first and the last among them.
    public ThresholdCurve thinned(int most) {
        int size = threshold.length;
        int[] kept = size <= most
                ? IntStream.range(0, size).toArray()
                : IntStream.range(0, most)
                        .map(i -> (int) Math.round(i * (size - 1.0) / (most - 1)))
                        .toArray();
        return new ThresholdCurve(
                pick(threshold, kept), pick(falsePositiveRate, kept), pick(recall, kept), pick(precision, kept));
    }

    private static double[] pick(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }

    /// Returns the area under the ROC curve, recall over false positive rate.
    public double area() {
        double area = 0;
        for (int i = 1; i < threshold.length; i++) {
            area += (falsePositiveRate[i] - falsePositiveRate[i - 1]) * (recall[i] + recall[i - 1]) / 2;
        }
        return area;
    }
}
