package org.stepback.nn;

import org.ejml.data.DMatrixRMaj;

/// What one layer has learnt: its kernel `W`, units × inputs, and its bias `b`, units × 1.
public record Weights(DMatrixRMaj kernel, DMatrixRMaj bias) {
    /// Reads Keras's layout, in which the kernel is inputs × units.
    ///
    /// @throws IllegalArgumentException with a sentence, when the rows differ in length or do not fit the bias
    public static Weights fromKeras(double[][] kernelInByUnits, double[] bias) {
        int units = bias.length;
        DMatrixRMaj kernel = new DMatrixRMaj(units, kernelInByUnits.length);
        for (int input = 0; input < kernelInByUnits.length; input++) {
            double[] row = kernelInByUnits[input];
            if (row.length != units) {
                throw new IllegalArgumentException(
                        "Row %d of the kernel has length %d, but the bias has length %d. Each row holds one number for each unit."
                                .formatted(input + 1, row.length, units));
            }
            for (int unit = 0; unit < units; unit++) {
                kernel.set(unit, input, row[unit]);
            }
        }
        return new Weights(kernel, new DMatrixRMaj(units, 1, true, bias));
    }

    Weights copy() {
        return new Weights(kernel.copy(), bias.copy());
    }
}
