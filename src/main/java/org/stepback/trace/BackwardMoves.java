package org.stepback.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Gradients;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;

/// The δ of a sample and the gradients of a mini-batch that move when one weight or input changes.
///
/// A network may have a million of them: only those that move most become objects.
final class BackwardMoves {
    private final Trace trace;
    private final double by;
    private final Gradients there;
    private final Gradients below;
    private final Gradients above;
    private final PriorityQueue<Candidate> most = new PriorityQueue<>(
            Comparator.comparingDouble(candidate -> Math.abs(candidate.after() - candidate.before())));
    private final List<WhatIf.Move> moves = new ArrayList<>();
    private int moved;

    /// @param number of the gradients of a pass
    private record Candidate(Quantity of, double before, double after, ToDoubleFunction<Gradients> number) {}

    BackwardMoves(Trace trace, Quantity changed, double value, int sample) {
        double now = trace.value(changed);
        this.trace = trace;
        by = value - now;
        there = trace.trialGradients(changed, value);
        below = trace.trialGradients(changed, now - WhatIf.H);
        above = trace.trialGradients(changed, now + WhatIf.H);
        for (int layer = 0; layer < trace.before().layers(); layer++) {
            lookAtErrors(layer, sample);
            lookAt(layer, Tensor.KERNEL, changed);
            lookAt(layer, Tensor.BIAS, changed);
        }
        most.stream().sorted(most.comparator().reversed()).map(this::move).forEach(moves::add);
    }

    List<WhatIf.Move> moves() {
        return moves;
    }

    /// The count of further ones.
    int left() {
        return moved - most.size();
    }

    private void lookAtErrors(int layer, int sample) {
        for (int row = 0; row < trace.delta(layer).numRows; row++) {
            int unit = row;
            ToDoubleFunction<Gradients> number =
                    gradients -> gradients.delta().get(layer).get(unit, sample);
            double before = trace.delta(layer).get(row, sample);
            double after = number.applyAsDouble(there);
            if (isMove(before, after)) {
                keep(new Candidate(new Quantity.Delta(layer, row, sample), before, after, number));
            }
        }
    }

    private void lookAt(int layer, Tensor tensor, Quantity changed) {
        if (!trace.learns(layer, tensor)) {
            return;
        }
        DMatrixRMaj before = tensor == Tensor.KERNEL ? trace.dW(layer) : trace.db(layer);
        DMatrixRMaj after = of(there, layer, tensor);
        for (int i = 0; i < before.getNumElements(); i++) {
            int place = i;
            boolean own = changed instanceof Quantity.Weight w
                    && w.layer() == layer
                    && w.tensor() == tensor
                    && w.row() * before.numCols + w.column() == place;
            if (own || isMove(before.get(i), after.get(i))) {
                var weight = new Quantity.Weight(layer, tensor, i / before.numCols, i % before.numCols);
                var candidate =
                        new Candidate(new Quantity.Gradient(weight), before.get(i), after.get(i), gradients -> of(
                                        gradients, layer, tensor)
                                .get(place));
                if (own) {
                    moves.add(move(candidate));
                } else {
                    keep(candidate);
                }
            }
        }
    }

    private static DMatrixRMaj of(Gradients gradients, int layer, Tensor tensor) {
        return (tensor == Tensor.KERNEL ? gradients.dW() : gradients.db()).get(layer);
    }

    /// Returns whether a number moves, and by more than those that are kept where these are enough.
    private boolean isMove(double before, double after) {
        if (by == 0 || before == after) {
            return false;
        }
        moved++;
        return most.size() < WhatIf.MOST
                || Math.abs(after - before)
                        > Math.abs(most.element().after() - most.element().before());
    }

    private void keep(Candidate candidate) {
        most.add(candidate);
        if (most.size() > WhatIf.MOST) {
            most.remove();
        }
    }

    private WhatIf.Move move(Candidate of) {
        double slope = (of.number().applyAsDouble(above) - of.number().applyAsDouble(below)) / (2 * WhatIf.H);
        double after = by == 0 ? of.before() : of.after();
        return new WhatIf.Move(new Symbols(trace).of(of.of()), of.before(), after, of.before() + slope * by);
    }
}
