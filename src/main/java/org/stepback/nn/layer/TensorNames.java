package org.stepback.nn.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/// Keras's names for the tensors of a layer, in its order.
///
/// @param kernel of the factors that are learnt: `kernel`, or `gamma`
/// @param bias of the terms that are learnt: `bias`, or `beta`
/// @param statistics of what is kept of the data, and not learnt: `moving_mean` and `moving_variance`
public record TensorNames(Optional<String> kernel, Optional<String> bias, List<String> statistics) {
    public static final TensorNames NONE = new TensorNames(Optional.empty(), Optional.empty(), List.of());

    public TensorNames {
        statistics = List.copyOf(statistics);
    }

    /// Returns how many of them are learnt numbers, for each unit of a layer.
    ///
    /// @param factors how many the kernel holds
    public int learnt(int factors) {
        return (kernel.isPresent() ? factors : 0) + (bias.isPresent() ? 1 : 0);
    }

    /// Returns the tensors of a layer with these names, in Keras's order.
    public Map<String, DMatrixRMaj> in(Weights weights) {
        Map<String, DMatrixRMaj> tensors = new LinkedHashMap<>();
        kernel.ifPresent(name -> tensors.put(name, weights.kernel()));
        bias.ifPresent(name -> tensors.put(name, weights.bias()));
        for (int i = 0; i < statistics.size(); i++) {
            tensors.put(statistics.get(i), weights.statistics().get(i));
        }
        return tensors;
    }

    /// Returns those of a layer that multiplies or adds only if it is set to.
    static TensorNames of(String kernel, boolean multiplies, String bias, boolean adds, List<String> statistics) {
        return new TensorNames(
                Optional.of(kernel).filter(name -> multiplies),
                Optional.of(bias).filter(name -> adds),
                statistics);
    }
}
