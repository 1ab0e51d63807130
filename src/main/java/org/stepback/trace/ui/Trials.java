package org.stepback.trace.ui;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.layer.Dense;
import org.stepback.trace.Chain;
import org.stepback.trace.Handle;
import org.stepback.trace.NetworkCheck;
import org.stepback.trace.Nudge;
import org.stepback.trace.Secant;
import org.stepback.trace.ui.TrialsMessage.CheckMessage;
import org.stepback.trace.ui.TrialsMessage.NudgeMessage;
import org.stepback.trace.ui.TrialsMessage.SecantMessage;
import org.stepback.trace.ui.TrialsMessage.WhatIfMessage;

/// A person's trials on a step: another weight or input, and gradients checked by differences of the loss.
final class Trials {
    /// No larger number is tried.
    private static final double LARGEST = 1e6;

    /// The change of a weight that nobody has changed yet.
    private static final double FIRST_NUDGE = 0.05;

    private @Nullable Trace trace;
    private @Nullable Quantity handle;
    private double tried = Double.NaN;
    private double epsilon = Double.NaN;
    private volatile @Nullable NetworkCheck check;

    /// Another number for the weight or input in hand; NaN for its own.
    void tryOut(double value) {
        tried = value;
    }

    /// The ε of the secant on the weight in hand; NaN for none.
    void checkWith(double value) {
        epsilon = value;
    }

    /// Returns the trial on the weight or input that a number belongs to. Another one begins again, as does another
    /// step the check of all gradients.
    TrialsMessage of(Trace step, Quantity at, int sample) {
        if (step != trace) {
            trace = step;
            check = null;
        }
        Quantity found = Handle.of(at).orElse(handle == null ? first(step) : handle);
        if (!found.equals(handle)) {
            handle = found;
            tried = Double.NaN;
            epsilon = Double.NaN;
        }
        boolean checks = found instanceof Quantity.Weight weight && step.learns(weight.layer(), weight.tensor());
        return new TrialsMessage(
                Link.of(Chain.of(step, found)),
                checks,
                nudge(step, found, sample),
                whatIf(step, found, sample),
                checks ? secant(step, (Quantity.Weight) found) : null);
    }

    /// The first weight of the network, or its first input where it has none.
    private static Quantity first(Trace step) {
        return IntStream.range(0, step.before().layers())
                .filter(layer -> step.before().layer(layer) instanceof Dense)
                .<Quantity>mapToObj(layer -> new Quantity.Weight(layer, Quantity.Tensor.KERNEL, 0, 0))
                .findFirst()
                .orElse(new Quantity.X(0, 0));
    }

    private @Nullable NudgeMessage nudge(Trace step, Quantity quantity, int sample) {
        double nudged = Double.isNaN(tried) ? step.value(quantity) + FIRST_NUDGE : within(tried);
        return Nudge.of(step, quantity, nudged, sample)
                .map(nudge -> NudgeMessage.of(nudge, nudged))
                .orElse(null);
    }

    private @Nullable WhatIfMessage whatIf(Trace step, Quantity quantity, int sample) {
        return Double.isNaN(tried) ? null : WhatIfMessage.of(step, quantity, within(tried), sample);
    }

    private @Nullable SecantMessage secant(Trace step, Quantity.Weight weight) {
        return Double.isNaN(epsilon)
                ? null
                : SecantMessage.of(step, weight, Math.clamp(epsilon, Secant.LEAST, Secant.MOST));
    }

    private static double within(double value) {
        return Math.clamp(value, -LARGEST, LARGEST);
    }

    void begin() {
        if (trace != null) {
            check = new NetworkCheck(trace);
        }
    }

    boolean isChecking() {
        NetworkCheck known = check;
        return known != null && !known.isDone();
    }

    /// Checks weights for about so many nanoseconds.
    void goOn(long nanos) {
        NetworkCheck known = check;
        long begin = System.nanoTime();
        while (known != null && System.nanoTime() - begin < nanos && known.next()) {
            // the next weight
        }
    }

    /// Returns the progress of the check of the whole network; null where none has begun.
    @Nullable
    CheckMessage ofAll() {
        NetworkCheck known = check;
        return known == null || trace == null ? null : CheckMessage.of(known, trace);
    }
}
