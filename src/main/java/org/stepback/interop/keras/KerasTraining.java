package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.nn.Architecture;
import org.stepback.nn.Callback;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;

/// A network and one training of it, as the program describes them.
///
/// @param spot of `fit`, or of the network where it is never trained
/// @param inputs empty where the code does not say
/// @param weights what each layer starts with, as a cell has it; empty where the initializer gives it
/// @param joined what `from_logits=True` has made of the last layer; empty otherwise
/// @param notes what is here in another way than in the code
record KerasTraining(
        Spot spot,
        OptionalInt inputs,
        List<Layer> layers,
        Initializer initializer,
        List<String> weights,
        Optional<String> joined,
        Loss loss,
        Optimization optimizer,
        Fit fit,
        Samples samples,
        List<String> notes) {
    /// Returns the number of the last layer's outputs.
    Architecture.Output output(int inputs) {
        return new Architecture(inputs, layers).output();
    }

    /// The arguments of `fit`, Keras's defaults where it does not say.
    ///
    /// @param seed of the order of the samples, where the code sets one
    record Fit(
            int epochs,
            int batchSize,
            boolean shuffle,
            long seed,
            Map<Integer, Double> classWeights,
            List<Callback> callbacks) {
        Fit with(int otherEpochs) {
            return new Fit(otherEpochs, batchSize, shuffle, seed, classWeights, callbacks);
        }

        static final Fit DEFAULT = new Fit(1, 32, true, 1, Map.of(), List.of());
    }

    /// Returns this training with the epochs of one that goes on with it.
    ///
    /// @param compiledOnce whether the network was not compiled again between the two
    /// @throws PythonException where the second differs in more than its epochs
    KerasTraining continuedBy(KerasTraining next, boolean compiledOnce) {
        boolean same = compiledOnce
                && fit.callbacks().isEmpty()
                && fit.with(1).equals(next.fit.with(1))
                && samples.equals(next.samples)
                && layers.equals(next.layers)
                && loss.equals(next.loss)
                && optimizer.equals(next.optimizer)
                && weights.equals(next.weights);
        if (!same) {
            throw new PythonException(
                    next.spot,
                    "This fit goes on from the weights that the fit in " + spot.shown()
                            + " has trained. A training of the"
                            + " lab starts from its network's own weights. Keep one of the two, or import them apart.");
        }
        int epochs = fit.epochs() + next.fit.epochs();
        if (epochs > TrainingReader.MAX_EPOCHS) {
            throw new PythonException(
                    next.spot, "The trainings have more than " + TrainingReader.MAX_EPOCHS + " epochs together.");
        }
        List<String> said = new ArrayList<>(notes);
        said.add("The fits in " + spot.shown() + " and " + next.spot.shown() + " are one training of " + epochs
                + " epochs");
        return new KerasTraining(
                next.spot,
                inputs,
                layers,
                initializer,
                weights,
                joined,
                loss,
                optimizer,
                fit.with(epochs),
                samples,
                said);
    }
}
