package org.stepback.trace.ui;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The table of samples, where it has two inputs.
final class SamplesJson {
    private static final int MOST_POINTS = 1_000;

    private SamplesJson() {}

    static ObjectNode points(DMatrixRMaj x, DMatrixRMaj y) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (x.numRows == 2) {
            int count = Math.min(MOST_POINTS, x.numCols);
            double[] numbers = new double[3 * count];
            for (int i = 0; i < count; i++) {
                numbers[3 * i] = x.get(0, i);
                numbers[3 * i + 1] = x.get(1, i);
                numbers[3 * i + 2] = y.get(0, i);
            }
            node.setAll(WalkJson.packed(numbers));
        }
        return node;
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
