package org.stepback.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepback.nn.Objective;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.Trial;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;

/// A weight that changes a little, and how far the change goes along its chain, for one sample: from w to its unit's z
/// and a, and to the loss of the sample. The slopes multiplied are the derivative of that loss by the weight.
///
/// @param links w, z, a and the loss; without a where the activation has no slope of its own or hides that of the loss
public record Nudge(Quantity.Weight of, List<Link> links) {
    public Nudge {
        links = List.copyOf(links);
    }

    /// A number that changes.
    ///
    /// @param symbol as TeX
    /// @param change its true change
    /// @param slope how much the next number changes for each 1 of this; 1 at the end
    /// @param slopeSymbol as TeX; empty at the end
    public record Link(String symbol, double change, double slope, String slopeSymbol) {}

    /// Returns the product of the slopes times the change of the weight, the forecast for the loss.
    public double foretold() {
        return links.getFirst().change()
                * links.stream().mapToDouble(Link::slope).reduce(1, (a, b) -> a * b);
    }

    /// Empty where a sample's loss hangs on the weight in other ways too: the weights of normalization, and those that
    /// a normalization over the mini-batch follows.
    ///
    /// @param value of the weight after the change
    /// @param sample its place in the mini-batch
    public static Optional<Nudge> of(Trace trace, Quantity changed, double value, int sample) {
        boolean chained = changed instanceof Quantity.Weight of
                && trace.before().layer(of.layer()) instanceof Dense
                && trace.before().architecture().layers().stream().noneMatch(BatchNormalization.class::isInstance)
                && trace.value(new Quantity.SampleWeight(sample)) != 0;
        return chained
                ? Optional.of(new Chained(trace, (Quantity.Weight) changed, value, sample).nudge())
                : Optional.empty();
    }

    private record Chained(Trace trace, Symbols symbols, Quantity.Weight of, double value, int sample, Trial trial) {
        Chained(Trace trace, Quantity.Weight of, double value, int sample) {
            this(trace, new Symbols(trace), of, value, sample, trace.trial(of, value));
        }

        Nudge nudge() {
            int layer = of.layer();
            int unit = of.row();
            var z = new Quantity.Z(layer, unit, sample);
            var a = new Quantity.A(layer, unit, sample);
            double f = trace.value(new Quantity.Slope(layer, unit, sample));
            double delta = ofSample(trace.value(new Quantity.Delta(layer, unit, sample)));
            boolean last = layer == trace.before().layers() - 1;
            double da = last ? delta / f : ofSample(trace.value(new Quantity.DA(layer, unit, sample)));
            double dz = trial.forward().z().get(layer).get(unit, sample) - trace.value(z);
            double dA = trial.forward().a().get(layer).get(unit, sample) - trace.value(a);
            List<Link> links = new ArrayList<>(List.of(input()));
            if (Double.isFinite(f) && Double.isFinite(da)) {
                String slope = symbols.of(new Quantity.Slope(layer, unit, sample));
                links.add(new Link(symbols.of(z), dz, f, slope));
                links.add(new Link(symbols.of(a), dA, da, slopeOfLoss(a)));
            } else {
                links.add(new Link(symbols.of(z), dz, delta, slopeOfLoss(z)));
            }
            links.add(new Link(symbols.of(new Quantity.SampleLoss(sample)), lossAfter() - lossBefore(), 1, ""));
            return new Nudge(of, links);
        }

        /// The weight, which the input of its link multiplies.
        private Link input() {
            double by = value - trace.value(of);
            if (of.tensor() == Tensor.BIAS) {
                return new Link(symbols.of(of), by, 1, "1");
            }
            Quantity input = of.layer() == 0
                    ? new Quantity.X(of.column(), sample)
                    : new Quantity.A(of.layer() - 1, of.column(), sample);
            return new Link(symbols.of(of), by, trace.value(input), symbols.of(input));
        }

        /// The loss of the mini-batch is the mean of the samples' losses, each times its weight.
        private double ofSample(double slope) {
            return slope * trace.width() / trace.value(new Quantity.SampleWeight(sample));
        }

        private String slopeOfLoss(Quantity by) {
            return "\\frac{\\partial " + symbols.of(new Quantity.SampleLoss(sample)) + "}{\\partial " + symbols.of(by)
                    + "}";
        }

        private double lossBefore() {
            return trace.value(new Quantity.SampleLoss(sample));
        }

        private double lossAfter() {
            int last = trace.before().layers() - 1;
            var objective = new Objective(
                    trace.lossFunction(), trace.before().architecture().output().activation());
            return objective.ofSample(
                    trial.forward().z().get(last), trial.forward().a().get(last), trace.y(), sample);
        }
    }
}
