package org.stepback.interop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.stepback.nn.Architecture;
import org.stepback.nn.Callback;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;

/// A network and its training as Keras code describes them.
///
/// @param inputs empty where the code does not say
record KerasModel(
        OptionalInt inputs, List<Layer> layers, Initializer initializer, Loss loss, Optimization optimizer, Fit fit) {
    /// Returns the number of the last layer's outputs.
    Architecture.Output output(int inputs) {
        return new Architecture(inputs, layers).output();
    }

    /// The arguments of `fit`, Keras's defaults where it does not say.
    ///
    /// @param data the samples, where the code has them as numbers
    record Fit(
            int epochs,
            int batchSize,
            double validationSplit,
            boolean shuffle,
            Map<Integer, Double> classWeights,
            List<Callback> callbacks,
            Optional<KerasData> data) {
        static final Fit DEFAULT = new Fit(1, 32, 0, true, Map.of(), List.of(), Optional.empty());
    }
}
