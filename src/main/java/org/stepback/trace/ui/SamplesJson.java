package org.stepback.trace.ui;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.loss.TargetForm;
import org.stepback.nn.math.Columns;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The table of samples, where it has two inputs: each with its target, its class or its set of labels.
final class SamplesJson {
    private static final int MOST_POINTS = 1_000;
    private static final int MOST_LABELS = 3; // whose sets have colours of their own

    private SamplesJson() {}

    static ObjectNode points(DMatrixRMaj x, DMatrixRMaj y) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (x.numRows == 2) {
            TargetForm form = TargetForm.of(y);
            int count = Math.min(MOST_POINTS, x.numCols);
            double[] numbers = new double[3 * count];
            for (int i = 0; i < count; i++) {
                numbers[3 * i] = x.get(0, i);
                numbers[3 * i + 1] = x.get(1, i);
                numbers[3 * i + 2] = kind(form, y, i);
            }
            node.setAll(WalkJson.packed(numbers));
            node.put("kinds", isKind(form, y) ? form == TargetForm.ONE_HOT ? y.numRows : 1 << y.numRows : 0);
        }
        return node;
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
