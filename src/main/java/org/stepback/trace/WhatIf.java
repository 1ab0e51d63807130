package org.stepback.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.Trial;

/// The numbers of a step that move when one weight or input changes, and by how much, with what the derivative
/// foretells: `before + slope · change`.
///
/// @param of what was changed
/// @param moves the loss and the predictions first, then the others that move, the most first
/// @param left how many more move
/// @param backward gradients that move: that of what was changed first, then the others, the most first
/// @param backwardLeft how many more of them move
public record WhatIf(
        Quantity of, double before, double after, List<Move> moves, int left, List<Move> backward, int backwardLeft) {
    static final int MOST = 12;

    /// Of the difference that gives a slope, where backpropagation does not: `(f(w + h) − f(w − h)) / 2h`.
    static final double H = 1e-5;

    public WhatIf {
        moves = List.copyOf(moves);
        backward = List.copyOf(backward);
    }

    /// A number that moves.
    ///
    /// @param foretold by the derivative
    public record Move(String symbol, double before, double after, double foretold) {}

    /// @param changed a weight or an input
    /// @param sample the place in the mini-batch whose numbers are looked at
    /// @throws IllegalArgumentException where it is another number
    public static WhatIf of(Trace trace, Quantity changed, double value, int sample) {
        double before = trace.value(changed);
        Look look = new Look(trace, changed, value, sample);
        List<Move> first = new ArrayList<>(List.of(look.loss()));
        int last = trace.before().layers() - 1;
        for (int row = 0; row < Math.min(MOST, trace.a(last).numRows); row++) {
            first.add(look.a(last, row));
        }
        List<Move> others = new ArrayList<>();
        for (int layer = 0; layer <= last; layer++) {
            for (int row = 0; row < trace.z(layer).numRows; row++) {
                others.add(look.z(layer, row));
                if (layer < last) {
                    others.add(look.a(layer, row));
                }
            }
        }
        List<Move> moved = others.stream()
                .filter(move -> move.before() != move.after())
                .sorted(Comparator.comparingDouble(move -> -Math.abs(move.after() - move.before())))
                .toList();
        first.addAll(moved.subList(0, Math.min(MOST, moved.size())));
        var back = new BackwardMoves(trace, changed, value, sample);
        return new WhatIf(changed, before, value, first, Math.max(0, moved.size() - MOST), back.moves(), back.left());
    }

    /// The forward pass with the other number, and with two that are near the true one.
    private record Look(Trace trace, Symbols symbols, Quantity changed, double by, int sample, List<Trial> trials) {
        Look(Trace trace, Quantity changed, double value, int sample) {
            this(
                    trace,
                    new Symbols(trace),
                    changed,
                    value - trace.value(changed),
                    sample,
                    List.of(
                            trace.trial(changed, value),
                            trace.trial(changed, trace.value(changed) - H),
                            trace.trial(changed, trace.value(changed) + H)));
        }

        private Move move(Quantity of, ToDoubleFunction<Trial> number) {
            double slope = (number.applyAsDouble(trials.get(2)) - number.applyAsDouble(trials.get(1))) / (2 * H);
            return move(of, number, slope);
        }

        private Move move(Quantity of, ToDoubleFunction<Trial> number, double slope) {
            double before = trace.value(of);
            double after = by == 0 ? before : number.applyAsDouble(trials.get(0));
            return new Move(symbols.of(of), before, after, before + slope * by);
        }

        /// Its slope along a weight that learns is the gradient itself.
        Move loss() {
            var of = new Quantity.BatchLoss();
            return changed instanceof Quantity.Weight weight && trace.learns(weight.layer(), weight.tensor())
                    ? move(of, Trial::loss, trace.value(new Quantity.Gradient(weight)))
                    : move(of, Trial::loss);
        }

        Move z(int layer, int row) {
            return move(
                    new Quantity.Z(layer, row, sample),
                    trial -> at(trial.forward().z().get(layer), row));
        }

        Move a(int layer, int row) {
            return move(
                    new Quantity.A(layer, row, sample),
                    trial -> at(trial.forward().a().get(layer), row));
        }

        private double at(DMatrixRMaj matrix, int row) {
            return matrix.get(row, sample);
        }
    }
}
