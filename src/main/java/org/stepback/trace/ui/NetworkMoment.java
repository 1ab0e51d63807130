package org.stepback.trace.ui;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Forward;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;
import org.stepback.nn.Trace;
import org.stepback.nn.loss.Loss;

/// A network at one moment, and what goes through it for a few samples, forward and back.
///
/// @param x inputs × samples
/// @param z layer by layer, units × samples; `a` and `delta` = `∂L/∂Z` likewise
/// @param dW `∂L/∂W` layer by layer
public record NetworkMoment(
        Network network,
        DMatrixRMaj x,
        List<DMatrixRMaj> z,
        List<DMatrixRMaj> a,
        List<DMatrixRMaj> delta,
        List<DMatrixRMaj> dW) {
    /// A network as it is now: what it predicts for `x`, inputs × samples, and what it would learn from `x` and the
    /// targets `y`.
    public static NetworkMoment of(Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y) {
        Forward forward = network.forward(x);
        Gradients gradients = Gradients.of(network, loss, x, y);
        return new NetworkMoment(network, x, forward.z(), forward.a(), gradients.delta(), gradients.dW());
    }

    /// As a step found it.
    static NetworkMoment of(Trace trace) {
        List<Integer> layers =
                IntStream.range(0, trace.before().layers()).boxed().toList();
        return new NetworkMoment(
                trace.before(),
                trace.x(),
                layers.stream().map(trace::z).toList(),
                layers.stream().map(trace::a).toList(),
                layers.stream().map(trace::delta).toList(),
                layers.stream().map(trace::dW).toList());
    }

    int width() {
        return x.numCols;
    }
}
