package org.stepback.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;

/// The check of every gradient of a step by differences of its loss, weight by weight, in pieces as small as one likes.
///
/// The difference is taken to the fourth order: `(8 (L(w+h) − L(w−h)) − (L(w+2h) − L(w−2h))) / 12h`, h = 1e-4. At a
/// kink of an activation, such as that of relu at 0, there is no slope: a difference shows there. Of a large network
/// every k-th weight is checked.
public final class NetworkCheck {
    private static final double H = 1e-4;
    private static final int MOST = 4_000;

    private final Trace trace;
    private final List<Quantity.Weight> weights;
    private final long all;
    private int done;
    private @Nullable Worst worst;

    /// The gradient in which backpropagation and the slope of the loss differ most.
    public record Worst(Quantity.Weight of, double gradient, double slope, double relativeError) {}

    public NetworkCheck(Trace trace) {
        this.trace = trace;
        List<Quantity.Weight> every = every(trace);
        int stride = Math.max(1, Math.ceilDiv(every.size(), MOST));
        all = every.size();
        weights = new ArrayList<>();
        for (int i = 0; i < every.size(); i += stride) {
            weights.add(every.get(i));
        }
    }

    private static List<Quantity.Weight> every(Trace trace) {
        List<Quantity.Weight> every = new ArrayList<>();
        for (int layer = 0; layer < trace.before().layers(); layer++) {
            for (Tensor tensor : Tensor.values()) {
                if (trace.learns(layer, tensor)) {
                    DMatrixRMaj matrix = trace.before().tensor(layer, tensor);
                    for (int i = 0; i < matrix.getNumElements(); i++) {
                        every.add(new Quantity.Weight(layer, tensor, i / matrix.numCols, i % matrix.numCols));
                    }
                }
            }
        }
        return every;
    }

    /// Checks the next weight; false where all are done.
    public boolean next() {
        if (isDone()) {
            return false;
        }
        Quantity.Weight of = weights.get(done++);
        double gradient = trace.value(new Quantity.Gradient(of));
        double slope = slope(of);
        double error = Secant.relativeError(gradient, slope);
        // a NaN is worse than any number
        if (worst == null || !(error <= worst.relativeError())) {
            worst = new Worst(of, gradient, slope, error);
        }
        return true;
    }

    private double slope(Quantity.Weight of) {
        double w = trace.value(of);
        double near = loss(of, w + H) - loss(of, w - H);
        double far = loss(of, w + 2 * H) - loss(of, w - 2 * H);
        return (8 * near - far) / (12 * H);
    }

    private double loss(Quantity.Weight of, double value) {
        return trace.trial(of, value).loss();
    }

    public boolean isDone() {
        return done == weights.size();
    }

    /// Returns the count of weights that are done, of [#count].
    public int done() {
        return done;
    }

    /// Returns the count of weights that are checked.
    public int count() {
        return weights.size();
    }

    /// Returns the count of all weights.
    public long all() {
        return all;
    }

    /// Returns the worst so far; empty before the first, and where nothing learns.
    public Optional<Worst> worst() {
        return Optional.ofNullable(worst);
    }
}
