package org.stepback.trace.ui;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.layer.Dense;
import org.stepback.trace.Chain;
import org.stepback.trace.Handle;
import org.stepback.trace.NetworkCheck;
import org.stepback.trace.Nudge;
import org.stepback.trace.QuantityText;
import org.stepback.trace.Secant;
import org.stepback.trace.WhatIf;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A person's trials on a step: another weight or input, and gradients checked by differences of the loss.
final class Trials {
    /// No larger number is tried.
    private static final double LARGEST = 1e6;

    /// The change of a weight that nobody has changed yet.
    private static final double FIRST_NUDGE = 0.05;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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
    ObjectNode of(Trace step, Quantity at, int sample) {
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
        ObjectNode node = JSON.objectNode();
        write(node, step, found, sample);
        return node;
    }

    /// The first weight of the network, or its first input where it has none.
    private static Quantity first(Trace step) {
        return IntStream.range(0, step.before().layers())
                .filter(layer -> step.before().layer(layer) instanceof Dense)
                .<Quantity>mapToObj(layer -> new Quantity.Weight(layer, Quantity.Tensor.KERNEL, 0, 0))
                .findFirst()
                .orElse(new Quantity.X(0, 0));
    }

    private void write(ObjectNode node, Trace step, Quantity quantity, int sample) {
        node.set("handle", WalkJson.link(Chain.of(step, quantity)));
        if (!Double.isNaN(tried)) {
            node.set("whatIf", whatIf(step, quantity, tried, sample));
        }
        double nudged = Double.isNaN(tried) ? step.value(quantity) + FIRST_NUDGE : within(tried);
        Nudge.of(step, quantity, nudged, sample).ifPresent(nudge -> node.set("nudge", nudge(nudge, nudged)));
        if (quantity instanceof Quantity.Weight weight && step.learns(weight.layer(), weight.tensor())) {
            node.put("checks", true);
            if (!Double.isNaN(epsilon)) {
                node.set("secant", secant(step, weight, epsilon));
            }
        }
    }

    private static double within(double value) {
        return Math.clamp(value, -LARGEST, LARGEST);
    }

    private static ObjectNode nudge(Nudge nudge, double value) {
        ObjectNode node =
                JSON.objectNode().put("value", WalkJson.text(value)).put("foretold", WalkJson.text(nudge.foretold()));
        ArrayNode links = node.putArray("links");
        for (Nudge.Link link : nudge.links()) {
            links.addObject()
                    .put("symbol", link.symbol())
                    .put("slopeSymbol", link.slopeSymbol())
                    .set("numbers", WalkJson.packed(link.change(), link.slope()));
        }
        return node;
    }

    /// Returns the numbers that move when a weight or an input is another number.
    private static ObjectNode whatIf(Trace trace, Quantity changed, double value, int sample) {
        double within = Double.isFinite(value) ? within(value) : trace.value(changed);
        WhatIf moved = WhatIf.of(trace, changed, within, sample);
        ObjectNode node = JSON.objectNode()
                .put("ref", QuantityText.of(changed))
                .put("value", WalkJson.text(moved.after()))
                .put("left", moved.left())
                .put("backwardLeft", moved.backwardLeft());
        write(node.putArray("moves"), moved.moves());
        write(node.putArray("backward"), moved.backward());
        return node;
    }

    private static void write(ArrayNode array, List<WhatIf.Move> moves) {
        for (WhatIf.Move move : moves) {
            ObjectNode each = array.addObject().put("symbol", move.symbol());
            each.set("numbers", WalkJson.packed(move.before(), move.after(), move.foretold()));
        }
    }

    /// Returns the loss along a weight, with tangent and secant.
    private static ObjectNode secant(Trace trace, Quantity.Weight weight, double epsilon) {
        double within = Double.isFinite(epsilon) ? Math.clamp(epsilon, Secant.LEAST, Secant.MOST) : Secant.MOST;
        Secant secant = Secant.of(trace, weight, within);
        ObjectNode node = JSON.objectNode().put("ref", QuantityText.of(weight));
        node.set("at", WalkJson.packed(secant.at()));
        node.set("losses", WalkJson.packed(secant.losses()));
        node.set(
                "numbers",
                WalkJson.packed(
                        secant.w(),
                        secant.epsilon(),
                        secant.loss(),
                        secant.below(),
                        secant.above(),
                        secant.gradient(),
                        secant.slope(),
                        secant.relativeError()));
        return node;
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

    /// Returns the progress of the check of the whole network.
    ObjectNode ofAll() {
        ObjectNode node = JSON.objectNode();
        NetworkCheck known = check;
        if (known != null && trace != null) {
            node.put("done", known.done()).put("count", known.count()).put("all", known.all());
            known.worst().ifPresent(worst -> node.put("ref", QuantityText.of(new Quantity.Gradient(worst.of())))
                    .put("symbol", Chain.of(trace, worst.of()).symbol())
                    .set("numbers", WalkJson.packed(worst.gradient(), worst.slope(), worst.relativeError())));
        }
        return node;
    }
}
