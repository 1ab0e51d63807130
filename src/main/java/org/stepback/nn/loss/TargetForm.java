package org.stepback.nn.loss;

import org.ejml.data.DMatrixRMaj;

/// The meaning of a table of targets, outputs × samples, by its numbers alone.
public enum TargetForm {
    /// Any numbers.
    NUMBERS,
    /// One row of 0 and 1, or of −1 and 1: two classes.
    YES_NO,
    /// Several rows of such numbers with exactly one 1 in each column: a class for each row.
    ONE_HOT,
    /// Several rows of such numbers otherwise: several answers of yes or no for each sample.
    MULTI_LABEL;

    public static TargetForm of(DMatrixRMaj y) {
        double no = hasNegative(y) ? -1 : 0;
        boolean oneEach = true;
        for (int column = 0; column < y.numCols; column++) {
            int yes = 0;
            for (int row = 0; row < y.numRows; row++) {
                double target = y.unsafe_get(row, column);
                if (target != 1 && target != no) {
                    return NUMBERS;
                }
                yes += target == 1 ? 1 : 0;
            }
            oneEach &= yes == 1;
        }
        return y.numRows == 1 ? YES_NO : oneEach ? ONE_HOT : MULTI_LABEL;
    }

    /// Returns whether no is written as a number below 0.
    public static boolean hasNegative(DMatrixRMaj y) {
        for (int i = 0; i < y.getNumElements(); i++) {
            if (y.data[i] < 0) {
                return true;
            }
        }
        return false;
    }
}
