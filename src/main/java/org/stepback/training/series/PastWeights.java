package org.stepback.training.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Network;

/// The kernels of a small network as they once were, in single precision.
///
/// @param step after which they were so
public record PastWeights(long step, float[] numbers) {
    /// Of larger networks none are kept.
    public static final int MOST_PARAMETERS = 8_000;

    /// The most bytes that a run of so many parameters remembers of its past.
    public static long mostBytes(long parameters) {
        return parameters > MOST_PARAMETERS ? 0 : (Moments.CAPACITY + 1L) * Float.BYTES * parameters;
    }

    public static PastWeights of(long step, Network network) {
        int count = IntStream.range(0, network.layers())
                .map(layer -> network.kernel(layer).getNumElements())
                .sum();
        float[] numbers = new float[count];
        int at = 0;
        for (int layer = 0; layer < network.layers(); layer++) {
            DMatrixRMaj kernel = network.kernel(layer);
            for (int i = 0; i < kernel.getNumElements(); i++) {
                numbers[at++] = (float) kernel.data[i];
            }
        }
        return new PastWeights(step, numbers);
    }

    /// The kernels, in the shapes of this network's.
    public List<DMatrixRMaj> kernels(Network network) {
        List<DMatrixRMaj> kernels = new ArrayList<>();
        int at = 0;
        for (int layer = 0; layer < network.layers(); layer++) {
            DMatrixRMaj kernel = network.kernel(layer).createLike();
            for (int i = 0; i < kernel.getNumElements(); i++) {
                kernel.data[i] = numbers[at++];
            }
            kernels.add(kernel);
        }
        return kernels;
    }
}
