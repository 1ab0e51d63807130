package org.stepback.interop.keras;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.stepback.interop.KerasNames;
import org.stepback.nn.Callback;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Named;

/// The names of Keras's parts, those that the lab has and those that it has not.
final class KerasKnown {
    /// Layers that the lab has not, or has as parts of others.
    private static final Set<String> LAYERS = Set.of(
            "InputLayer",
            "ReLU",
            "Softmax",
            "Normalization",
            "Flatten",
            "Reshape",
            "LeakyReLU",
            "PReLU",
            "ELU",
            "Conv1D",
            "Conv2D",
            "Conv3D",
            "MaxPooling1D",
            "MaxPooling2D",
            "AveragePooling2D",
            "GlobalAveragePooling2D",
            "Embedding",
            "SimpleRNN",
            "LSTM",
            "GRU",
            "Bidirectional",
            "Concatenate",
            "Add",
            "Multiply",
            "Average",
            "Lambda",
            "Rescaling",
            "AlphaDropout",
            "GaussianDropout",
            "SpatialDropout1D",
            "ActivityRegularization",
            "UnitNormalization",
            "GroupNormalization",
            "TimeDistributed",
            "RepeatVector",
            "Permute",
            "Masking",
            "Identity",
            "concatenate",
            "add");

    private static final Set<String> OTHERS = Set.of(
            "ModelCheckpoint",
            "TensorBoard",
            "LearningRateScheduler",
            "TerminateOnNaN",
            "CSVLogger",
            "LambdaCallback",
            "History",
            "BackupAndRestore",
            "VarianceScaling",
            "OrthogonalInitializer",
            "l1",
            "l2",
            "l1_l2",
            "L1",
            "L2",
            "L1L2",
            "Adafactor",
            "Muon",
            "Frozen",
            "MaxNorm",
            "UnitNorm",
            "NonNeg",
            "KLDivergence",
            "Dice",
            "CategoricalFocalCrossentropy");

    /// Keras's metrics, with capitals; their texts are these in small letters.
    private static final List<String> METRICS = List.of(
            "Accuracy",
            "BinaryAccuracy",
            "CategoricalAccuracy",
            "SparseCategoricalAccuracy",
            "TopKCategoricalAccuracy",
            "SparseTopKCategoricalAccuracy",
            "AUC",
            "Precision",
            "Recall",
            "F1Score",
            "FBetaScore",
            "TruePositives",
            "TrueNegatives",
            "FalsePositives",
            "FalseNegatives",
            "PrecisionAtRecall",
            "RecallAtPrecision",
            "SensitivityAtSpecificity",
            "SpecificityAtSensitivity",
            "MeanSquaredError",
            "RootMeanSquaredError",
            "MeanAbsoluteError",
            "MeanAbsolutePercentageError",
            "MeanSquaredLogarithmicError",
            "CosineSimilarity",
            "LogCoshError",
            "R2Score",
            "Hinge",
            "SquaredHinge",
            "CategoricalHinge",
            "KLDivergence",
            "Poisson",
            "BinaryCrossentropy",
            "CategoricalCrossentropy",
            "SparseCategoricalCrossentropy",
            "MeanIoU",
            "IoU",
            "BinaryIoU",
            "OneHotIoU",
            "OneHotMeanIoU",
            "Mean",
            "Sum",
            "acc",
            "mse",
            "mae",
            "mape",
            "msle",
            "bce",
            "crossentropy",
            "ce",
            "cosine_proximity",
            "kld",
            "logcosh",
            "rmse");

    private static final Set<String> LAYER_NAMES = names(LAYERS.stream(), Layer.ALL);
    private static final Set<String> PARTS = parts();

    private KerasKnown() {}

    private static Set<String> parts() {
        Set<String> all = names(Stream.concat(LAYERS.stream(), OTHERS.stream()), Layer.ALL);
        all.addAll(METRICS);
        List.of(
                        Optimizer.ALL,
                        Schedule.CHANGING,
                        Loss.ALL,
                        Callback.ALL,
                        Regularizer.ALL,
                        Initializer.ALL,
                        Activation.ALL)
                .forEach(list -> all.addAll(names(Stream.of(), list)));
        return all;
    }

    private static Set<String> names(Stream<String> more, List<? extends Named> all) {
        Set<String> names = new HashSet<>(more.toList());
        all.forEach(thing -> {
            names.add(KerasNames.className(thing.name()));
            names.add(thing.name());
        });
        return names;
    }

    static boolean isLayer(String name) {
        return LAYER_NAMES.contains(name);
    }

    static boolean isPart(String name) {
        return PARTS.contains(name);
    }

    static boolean isMetric(String name) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        return METRICS.stream()
                .anyMatch(metric ->
                        metric.replace("_", "").toLowerCase(Locale.ROOT).equals(plain));
    }

    static List<String> metrics() {
        return METRICS;
    }
}
