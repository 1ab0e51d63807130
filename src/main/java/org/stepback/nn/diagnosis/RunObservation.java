package org.stepback.nn.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Network;
import org.stepback.nn.NonFinite;
import org.stepback.nn.Trainer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Columns;

/// All that a [Diagnosis] looks at: what a run has shown, and its network as it is now.
///
/// @param nonFinite the number that ended the run, if one did
/// @param x some samples, inputs × samples
/// @param y their targets
public record RunObservation(
        Network network, Loss loss, RunSeries series, Optional<NonFinite> nonFinite, DMatrixRMaj x, DMatrixRMaj y) {
    /// Samples enough to see what units do.
    private static final int SAMPLES = 1000;

    /// Returns the dense layers, 0 = the first layer of the network: those that learn from each other.
    List<Integer> denseLayers() {
        return IntStream.range(0, network.layers())
                .filter(layer -> network.layer(layer) instanceof Dense)
                .boxed()
                .toList();
    }

    /// Returns a run as it is now, seen through the first of its training samples.
    public static RunObservation of(Trainer trainer, Loss loss, RunSeries series, DMatrixRMaj x, DMatrixRMaj y) {
        int width = Math.min(SAMPLES, x.numCols);
        return new RunObservation(
                trainer.network(),
                loss,
                series,
                trainer.nonFinite(),
                Columns.block(x, 0, width),
                Columns.block(y, 0, width));
    }
}
