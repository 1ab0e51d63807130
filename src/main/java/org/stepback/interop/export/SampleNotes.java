package org.stepback.interop.export;

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
                CommonOps_DDRM.concatColumnsMulti(train.x(), split.validation().x()),
                CommonOps_DDRM.concatColumnsMulti(train.y(), split.validation().y()),
                train.features(),
                train.classes(),
                train.multiLabel(),
                CommonOps_DDRM.concatColumnsMulti(
                        train.weights(), split.validation().weights()));
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
