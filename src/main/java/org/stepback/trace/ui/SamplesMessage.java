package org.stepback.trace.ui;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.loss.TargetForm;
import org.stepback.nn.math.Columns;
import org.stepback.ui.Message;
import org.stepback.ui.chart.Packed;

/// The table of samples, where it has two inputs.
///
/// @param numbers three of each sample: both inputs, and the target or, where there are kinds, its kind
/// @param kinds how many classes or sets of labels there are; 0 where the target is a number
record SamplesMessage(Packed numbers, int kinds) implements Message {
    private static final int MOST_SAMPLES = 1_000;
    private static final int MOST_LABELS = 3; // whose sets have colours of their own

    /// @param x inputs × samples, and `y` their targets
    /// @return null where there are not two inputs
    static @Nullable SamplesMessage of(DMatrixRMaj x, DMatrixRMaj y) {
        if (x.numRows != 2) {
            return null;
        }
        TargetForm form = TargetForm.of(y);
        double[] numbers = IntStream.range(0, Math.min(MOST_SAMPLES, x.numCols))
                .boxed()
                .flatMapToDouble(i -> DoubleStream.of(x.get(0, i), x.get(1, i), kind(form, y, i)))
                .toArray();
        return new SamplesMessage(
                Packed.doubles(numbers), isKind(form, y) ? form == TargetForm.ONE_HOT ? y.numRows : 1 << y.numRows : 0);
    }

    private static boolean isKind(TargetForm form, DMatrixRMaj y) {
        return form == TargetForm.ONE_HOT || form == TargetForm.MULTI_LABEL && y.numRows <= MOST_LABELS;
    }

    private static double kind(TargetForm form, DMatrixRMaj y, int sample) {
        if (!isKind(form, y)) {
            return y.get(0, sample);
        }
        return form == TargetForm.ONE_HOT
                ? Columns.indexOfMax(y, sample)
                : IntStream.range(0, y.numRows)
                        .map(row -> y.get(row, sample) > 0 ? 1 << row : 0)
                        .sum();
    }

    /// Least and most of each of two inputs.
    static double[] range(DMatrixRMaj x) {
        if (x.numRows != 2) {
            return new double[0];
        }
        DMatrixRMaj least = CommonOps_DDRM.minRows(x, null);
        DMatrixRMaj most = CommonOps_DDRM.maxRows(x, null);
        return new double[] {least.get(0), most.get(0), least.get(1), most.get(1)};
    }
}
