package org.stepback.interop.export;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.data.Dataset;
import org.stepback.data.Split;
import org.stepback.exercise.training.TrainingSpec;

/// The comments of every program on its samples.
final class SampleNotes {
    private SampleNotes() {}

    /// Returns the samples that train, then those held out.
    static Dataset all(TrainingSpec spec) {
        Split split = spec.split();
        Dataset train = split.train();
        return new Dataset(
                beside(train.x(), split.validation().x()),
                beside(train.y(), split.validation().y()),
                train.features(),
                train.classes(),
                beside(train.weights(), split.validation().weights()));
    }

    private static DMatrixRMaj beside(DMatrixRMaj left, DMatrixRMaj right) {
        DMatrixRMaj all = new DMatrixRMaj(left.numRows, left.numCols + right.numCols);
        CommonOps_DDRM.insert(left, all, 0, 0);
        CommonOps_DDRM.insert(right, all, 0, left.numCols);
        return all;
    }

    /// Returns the program's first line.
    static String title(TrainingSpec spec) {
        return Python.comment(
                "“" + spec.title() + "”: the training " + spec.train().id() + " of a Stepback notebook");
    }

    /// Explains how closely Keras repeats the run.
    static String order(TrainingSpec spec) {
        return spec.train().shuffle()
                ? ", and takes the samples in an order of its own"
                : ", and takes them in the same order";
    }

    /// Names the samples that are held out, for a comment.
    static String held(TrainingSpec spec) {
        int held = spec.split().validation().samples();
        return held == 0 ? "" : "; the last " + held + " are held out and validate";
    }
}
