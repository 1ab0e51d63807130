package org.stepback.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.nn.Architecture;
import org.stepback.nn.Initializer;
import org.stepback.nn.Network;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.Weights;

/// What is trained, on what, and for how long: all that a run's numbers depend on.
///
/// @param slug the exercise
/// @param cell the train cell
/// @param configuration the cells that it was built from, as JSON; equal texts mean equal cells
/// @param initializer of the kernels, with its `seed`, where `weights` is empty
/// @param weights to start with, one entry a layer, or none
/// @param validation may have no samples
/// @param epochs how many times every training sample is used
public record RunSetup(
        String slug,
        String cell,
        String configuration,
        Architecture architecture,
        Initializer initializer,
        long seed,
        List<Weights> weights,
        Dataset train,
        Dataset validation,
        TrainerSettings settings,
        int epochs) {
    public RunSetup {
        weights = List.copyOf(weights);
    }

    /// The network before the first step.
    ///
    /// @throws IllegalArgumentException with a sentence, where it cannot be built
    public Network network() {
        return weights.isEmpty()
                ? Network.initialized(architecture, initializer, seed)
                : Network.of(architecture, weights);
    }

    public int stepsPerEpoch() {
        return Math.ceilDiv(train.samples(), settings.batchSize());
    }

    public long totalSteps() {
        return (long) epochs * stepsPerEpoch();
    }

    public CostEstimate estimate() {
        return CostEstimate.of(this);
    }

    /// A hash of the configuration, the samples and the first weights: where it differs, the run would too.
    String fingerprint() {
        MessageDigest digest = sha256();
        digest.update(configuration.getBytes(StandardCharsets.UTF_8));
        for (Dataset part : List.of(train, validation)) {
            update(digest, part.x());
            update(digest, part.y());
        }
        Network network = network();
        for (int layer = 0; layer < network.layers(); layer++) {
            update(digest, network.kernel(layer));
            update(digest, network.bias(layer));
            network.weights(layer).statistics().forEach(statistic -> update(digest, statistic));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, DMatrixRMaj matrix) {
        ByteBuffer bytes = ByteBuffer.allocate(matrix.getNumElements() * Double.BYTES);
        bytes.asDoubleBuffer().put(matrix.data, 0, matrix.getNumElements());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
