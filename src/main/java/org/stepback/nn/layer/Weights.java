package org.stepback.nn.layer;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Tensors;

/// The weights that one layer has learnt; [Layer#tensors()] says which tensors a layer has, and their names.
///
/// If it has no kernel or bias of its own, they hold numbers that change nothing, or none at all.
///
/// @param kernel `W`, units × inputs; of a normalization its factors γ, units × 1
/// @param bias `b`, units × 1; of a normalization its terms β
/// @param statistics what is kept of the data without being learnt, units × 1 each
public record Weights(DMatrixRMaj kernel, DMatrixRMaj bias, List<DMatrixRMaj> statistics) {
    public Weights {
        statistics = List.copyOf(statistics);
    }

    public Weights(DMatrixRMaj kernel, DMatrixRMaj bias) {
        this(kernel, bias, List.of());
    }

    /// Returns those of a layer that learns nothing.
    static Weights none() {
        return new Weights(new DMatrixRMaj(0, 0), new DMatrixRMaj(0, 0));
    }

    /// @throws IllegalArgumentException with a sentence, where a tensor is of another size
    public void requireShapesOf(Weights expected, String owner) {
        Tensors.requireShape(owner + "kernel", kernel, expected.kernel.numRows, expected.kernel.numCols);
        Tensors.requireShape(owner + "bias", bias, expected.bias.numRows, expected.bias.numCols);
        if (statistics.size() != expected.statistics.size()) {
            throw new IllegalArgumentException("%sstatistics are %d, but %d are expected."
                    .formatted(owner, statistics.size(), expected.statistics.size()));
        }
        for (int i = 0; i < statistics.size(); i++) {
            DMatrixRMaj like = expected.statistics.get(i);
            Tensors.requireShape(owner + "statistics", statistics.get(i), like.numRows, like.numCols);
        }
    }

    public Weights copy() {
        return new Weights(
                kernel.copy(),
                bias.copy(),
                statistics.stream().map(DMatrixRMaj::copy).toList());
    }
}
