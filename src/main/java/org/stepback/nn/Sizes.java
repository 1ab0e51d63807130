package org.stepback.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.math.Tensors;

/// The sizes of one tensor of each layer: L2 norm, mean and largest absolute value of its numbers.
final class Sizes {
    private final double[] norm;
    private final double[] mean;
    private final double[] max;

    Sizes(int layers) {
        norm = new double[layers];
        mean = new double[layers];
        max = new double[layers];
    }

    /// @param detailed whether mean and largest are wanted; else they are NaN
    void measure(List<DMatrixRMaj> tensors, boolean detailed) {
        for (int layer = 0; layer < norm.length; layer++) {
            DMatrixRMaj tensor = tensors.get(layer);
            norm[layer] = Tensors.norm(tensor);
            mean[layer] = detailed ? meanAbs(tensor) : Double.NaN;
            max[layer] = detailed ? CommonOps_DDRM.elementMaxAbs(tensor) : Double.NaN;
        }
    }

    /// 0 of no numbers.
    private static double meanAbs(DMatrixRMaj tensor) {
        return CommonOps_DDRM.elementSumAbs(tensor) / Math.max(1, tensor.getNumElements());
    }

    double norm(int layer) {
        return norm[layer];
    }

    double mean(int layer) {
        return mean[layer];
    }

    double max(int layer) {
        return max[layer];
    }

    boolean isFinite() {
        boolean finite = true;
        for (double each : norm) {
            finite &= Double.isFinite(each);
        }
        return finite;
    }
}
