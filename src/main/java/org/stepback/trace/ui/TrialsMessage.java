package org.stepback.trace.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.trace.Chain;
import org.stepback.trace.NetworkCheck;
import org.stepback.trace.Nudge;
import org.stepback.trace.QuantityText;
import org.stepback.trace.Secant;
import org.stepback.trace.WhatIf;
import org.stepback.ui.Message;
import org.stepback.ui.chart.Packed;

/// The changes that are tried on a weight or an input.
///
/// @param handle that weight or input
/// @param checks whether its gradient can be checked
record TrialsMessage(
        Link handle,
        boolean checks,
        @Nullable NudgeMessage nudge,
        @Nullable WhatIfMessage whatIf,
        @Nullable SecantMessage secant)
        implements Message {
    /// The effect of a small change of a weight for one sample.
    ///
    /// @param value of the changed weight
    /// @param foretold the slopes multiplied times the change
    record NudgeMessage(String value, String foretold, List<NudgeLink> links) implements Message {
        static NudgeMessage of(Nudge nudge, double value) {
            return new NudgeMessage(
                    Double.toString(value),
                    Double.toString(nudge.foretold()),
                    nudge.links().stream()
                            .map(link -> new NudgeLink(
                                    link.symbol(), link.slopeSymbol(), Packed.doubles(link.change(), link.slope())))
                            .toList());
        }
    }

    /// A number of the chain.
    ///
    /// @param slopeSymbol of the slope of the next one; empty at the end
    /// @param numbers its change, and that slope
    record NudgeLink(String symbol, String slopeSymbol, Packed numbers) implements Message {}

    /// The numbers that move when a weight or an input is another number.
    ///
    /// @param left how many more move
    /// @param backward those of δ and of gradients, of which `backwardLeft` more move
    record WhatIfMessage(String ref, String value, List<Move> moves, int left, List<Move> backward, int backwardLeft)
            implements Message {
        static WhatIfMessage of(Trace trace, Quantity changed, double value, int sample) {
            WhatIf moved = WhatIf.of(trace, changed, value, sample);
            return new WhatIfMessage(
                    QuantityText.of(changed),
                    Double.toString(moved.after()),
                    Move.of(moved.moves()),
                    moved.left(),
                    Move.of(moved.backward()),
                    moved.backwardLeft());
        }
    }

    /// @param numbers before, after, and as the derivative foretold
    record Move(String symbol, Packed numbers) implements Message {
        static List<Move> of(List<WhatIf.Move> moves) {
            return moves.stream()
                    .map(move -> new Move(move.symbol(), Packed.doubles(move.before(), move.after(), move.foretold())))
                    .toList();
        }
    }

    /// The loss along a weight, with tangent and secant.
    ///
    /// @param numbers w, ε, L, L(w − ε), L(w + ε), gradient, slope, relative error
    record SecantMessage(String ref, Packed at, Packed losses, Packed numbers) implements Message {
        static SecantMessage of(Trace trace, Quantity.Weight weight, double epsilon) {
            Secant secant = Secant.of(trace, weight, epsilon);
            return new SecantMessage(
                    QuantityText.of(weight),
                    Packed.doubles(secant.at()),
                    Packed.doubles(secant.losses()),
                    Packed.doubles(
                            secant.w(),
                            secant.epsilon(),
                            secant.loss(),
                            secant.below(),
                            secant.above(),
                            secant.gradient(),
                            secant.slope(),
                            secant.relativeError()));
        }
    }

    /// The progress of the check of all gradients, with its worst.
    ///
    /// @param count how many weights are checked, of `all`
    /// @param ref to ask for the worst gradient
    /// @param numbers gradient, slope, relative error
    record CheckMessage(
            int done,
            int count,
            long all,
            @Nullable String ref,
            @Nullable String symbol,
            @Nullable Packed numbers) implements Message {
        static CheckMessage of(NetworkCheck check, Trace trace) {
            NetworkCheck.Worst worst = check.worst().orElse(null);
            return worst == null
                    ? new CheckMessage(check.done(), check.count(), check.all(), null, null, null)
                    : new CheckMessage(
                            check.done(),
                            check.count(),
                            check.all(),
                            QuantityText.of(new Quantity.Gradient(worst.of())),
                            Chain.of(trace, worst.of()).symbol(),
                            Packed.doubles(worst.gradient(), worst.slope(), worst.relativeError()));
        }
    }
}
