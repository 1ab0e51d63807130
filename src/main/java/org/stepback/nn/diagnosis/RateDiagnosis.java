package org.stepback.nn.diagnosis;

import java.util.List;
import org.stepback.number.NumberText;

/// A learning rate that does not fit, seen in the loss and in how far the updates move the weights.
///
/// An update of about a thousandth of a kernel's size is usual: `‖ΔW‖ / ‖W‖ ≈ 10⁻³`.
public sealed interface RateDiagnosis extends Diagnosis {
    /// Steps of more than this part of a kernel throw away what it was.
    double LARGE_STEP = 0.1;

    /// The updates are so large that they spoil the weights.
    ///
    /// @param step of the largest update
    /// @param ratio `‖ΔW‖ / ‖W‖` of that update
    /// @param firstLoss of the first step
    /// @param lastLoss what is usual at the end; infinite where the run ended in numbers that are not finite
    record TooLarge(long step, int layer, double ratio, double firstLoss, double lastLoss) implements RateDiagnosis {
        private static final double SHATTERING = 10;
        private static final double MUCH_WORSE = 1.5;
        private static final double HARDLY_BETTER = 0.9;
        private static final double LITTLE_BETTER = 0.4;

        /// With fewer the first loss would be one of those that are the end.
        private static final int FEWEST_POINTS = 4;

        static List<TooLarge> find(RunObservation run) {
            RunSeries series = run.series();
            if (series.points() < (run.nonFinite().isPresent() ? 2 : FEWEST_POINTS)) {
                return List.of();
            }
            int worst = 0;
            double ratio = Double.NEGATIVE_INFINITY;
            for (int layer = 0; layer < series.layers(); layer++) {
                int at = TypicalNumbers.indexOfMax(series.updateRatio()[layer]);
                if (at >= 0 && series.updateRatio()[layer][at] > ratio) {
                    worst = layer;
                    ratio = series.updateRatio()[layer][at];
                }
            }
            double first = series.loss()[0];
            double last = run.nonFinite().isPresent() ? Double.POSITIVE_INFINITY : TypicalNumbers.ending(series.loss());
            boolean spoilt = last > MUCH_WORSE * Math.abs(first) && ratio > LARGE_STEP
                    || last > HARDLY_BETTER * first && ratio > SHATTERING
                    || last > LITTLE_BETTER * first && isRestless(series);
            if (!spoilt) {
                return List.of();
            }
            long step = series.steps()[TypicalNumbers.indexOfMax(series.updateRatio()[worst])];
            return List.of(new TooLarge(step, worst + 1, ratio, first, last));
        }

        /// Returns whether large steps go on to the end.
        private static boolean isRestless(RunSeries series) {
            for (double[] ratio : series.updateRatio()) {
                if (TypicalNumbers.median(ratio, ratio.length / 2, ratio.length) > LARGE_STEP) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "A learning rate that is too large",
                    "The gradient says which way is downhill, but only close by. A step that is too long lands on the"
                            + " other side of the valley, often higher than before.",
                    "Try a learning rate that is 10 times smaller, and again until the loss falls.");
        }

        @Override
        public String evidence() {
            return "In step " + step + " the update changed the weights of layer " + layer + " by "
                    + NumberText.brief(ratio) + " times their size (about 0.001 is usual). The loss was "
                    + NumberText.brief(firstLoss) + " in the first step and "
                    + (lastLoss == Double.POSITIVE_INFINITY
                            ? "grew until it became infinite."
                            : "is about " + NumberText.brief(lastLoss) + " at the end.");
        }
    }

    /// The weights hardly move, so that the loss hardly falls.
    ///
    /// @param step the last one
    /// @param layer the one that moves most
    /// @param ratio `‖ΔW‖ / ‖W‖`, the mean of its steps
    /// @param moved the most that all its steps can have changed it, as a part of its size
    record TooSmall(long step, int layer, double ratio, double moved, double firstLoss, double lastLoss)
            implements RateDiagnosis {
        private static final int FEWEST_POINTS = 10;
        private static final double HARDLY_MOVED = 0.05;
        private static final double HARDLY_FALLEN = 0.95;
        private static final int MANY_STEPS = 100;
        private static final double LITTLE_MOVED = 0.5;
        private static final double LITTLE_FALLEN = 0.65;
        private static final double STILL = 0.1;
        private static final double STEEP = 1e-4;

        static List<TooSmall> find(RunObservation run) {
            RunSeries series = run.series();
            if (series.points() < FEWEST_POINTS || run.nonFinite().isPresent()) {
                return List.of();
            }
            double first = TypicalNumbers.median(series.loss(), 0, FEWEST_POINTS / 2);
            double last = TypicalNumbers.ending(series.curve());
            double[] ratios = new double[series.layers()];
            double steepest = 0;
            for (int layer = 0; layer < ratios.length; layer++) {
                ratios[layer] = TypicalNumbers.mean(series.updateRatio()[layer]);
                steepest = Math.max(steepest, TypicalNumbers.median(series.gradientNorm()[layer]));
            }
            int most = TypicalNumbers.indexOfMax(ratios);
            if (most < 0) {
                return List.of();
            }
            double moved = ratios[most] * series.lastStep();
            boolean stands = moved < HARDLY_MOVED && last > HARDLY_FALLEN * first;
            boolean creeps = moved < LITTLE_MOVED && last > LITTLE_FALLEN * first && fallsStill(series, first, last);
            return (stands || creeps) && steepest > STEEP * Math.abs(first)
                    ? List.of(new TooSmall(series.lastStep(), most + 1, ratios[most], moved, first, last))
                    : List.of();
        }

        /// Returns whether the loss falls at the end of many steps as it did before, so that more steps would go on.
        private static boolean fallsStill(RunSeries series, double first, double last) {
            double[] curve = series.curve();
            double before = TypicalNumbers.median(curve, curve.length * 5 / 8, curve.length * 3 / 4);
            return series.lastStep() >= MANY_STEPS && before - last > STILL * (first - last) && first > last;
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "A learning rate that is too small",
                    "The gradient shows a way down, but each step along it is tiny. At this pace the network would need"
                            + " far more steps to learn.",
                    "Try a learning rate that is 10 times larger, and again until the loss falls fast; or train for more epochs.");
        }

        @Override
        public String evidence() {
            return "In " + step + " steps the weights changed by less than " + NumberText.brief(100 * moved)
                    + " % of their size: by about " + NumberText.brief(100 * ratio)
                    + " % in each step. The loss was " + NumberText.brief(firstLoss)
                    + " in the first steps, and is "
                    + NumberText.brief(lastLoss) + " at the end.";
        }
    }
}
