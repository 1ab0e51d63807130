package org.stepback.nn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stepback.nn.setting.Tunable;
import org.stepback.nn.setting.Within;

/// An action at the end of each epoch: it may stop the run, or change its learning rate.
///
/// A record of settings; what it remembers belongs to the run: [#slots] numbers, all 0 before the first epoch. That a
/// run ends with a number that is not finite, Keras's TerminateOnNaN, is always so: see [NonFinite]. Source: Keras 3,
/// `keras.callbacks`, with its defaults and its `mode="auto"`.
public sealed interface Callback extends Tunable {
    /// Every callback with Keras's defaults.
    List<Callback> ALL = List.of(new EarlyStopping(), new ReduceLrOnPlateau());

    /// Returns what it looks at.
    Monitor monitor();

    /// Returns how many numbers it remembers, in a run with so many weights.
    long slots(long weights);

    /// Takes in the end of an epoch.
    ///
    /// @return the learning rate of the next epoch
    double endEpoch(double[] memory, EpochEnd epoch);

    /// Returns why it has ended the run, as a sentence; empty while it has not.
    default Optional<String> stopped(double[] memory) {
        return Optional.empty();
    }

    /// Acts on the end of the run.
    default void endRun(double[] memory, List<double[]> weights) {}

    /// Ends the run when a number has not improved for some epochs.
    ///
    /// With `patience` p it ends after the p-th epoch in a row without an improvement (with 0 after the first), but
    /// never after the first epoch of all.
    ///
    /// @param monitor the number that it watches; `val_loss` by default
    /// @param minDelta by how much it must be better to count as improved; 0 by default
    /// @param patience for how many epochs it may fail to improve; 0 by default
    /// @param baseline what it must be better than, too, for the count to begin again; none by default
    /// @param restoreBestWeights whether the run ends with the weights of its best epoch; false by default
    /// @param startFromEpoch how many epochs are not watched; 0 by default
    record EarlyStopping(
            Monitor monitor,
            @Within("[0, 1000000]") double minDelta,
            @Within("[0, 10000]") long patience,
            @Within("[-1000000, 1000000]") OptionalDouble baseline,
            boolean restoreBestWeights,
            @Within("[0, 10000]") long startFromEpoch)
            implements Callback {
        private static final int WAIT = 0;
        private static final int HAS_BEST = 1;
        private static final int BEST = 2;
        private static final int BEST_EPOCH = 3;
        private static final int STOPPED_EPOCH = 4;
        private static final int WEIGHTS = 5;

        public EarlyStopping() {
            this(Monitor.VAL_LOSS, 0, 0, OptionalDouble.empty(), false, 0);
        }

        @Override
        public long slots(long weights) {
            return WEIGHTS + (restoreBestWeights ? weights : 0);
        }

        @Override
        public double endEpoch(double[] memory, EpochEnd epoch) {
            OptionalDouble looked = epoch.value(monitor);
            if (looked.isEmpty() || epoch.number() <= startFromEpoch) {
                return epoch.learningRate();
            }
            double value = looked.getAsDouble();
            memory[WAIT]++;
            if (memory[HAS_BEST] == 0 || monitor.improves(value, memory[BEST], minDelta)) {
                memory[HAS_BEST] = 1;
                memory[BEST] = value;
                memory[BEST_EPOCH] = epoch.number();
                if (restoreBestWeights) {
                    Parameters.copy(epoch.weights(), memory, WEIGHTS);
                }
                if (baseline.isEmpty() || monitor.improves(value, baseline.getAsDouble(), minDelta)) {
                    memory[WAIT] = 0;
                }
            } else if (memory[WAIT] >= patience && epoch.number() > 1) {
                memory[STOPPED_EPOCH] = epoch.number();
            }
            return epoch.learningRate();
        }

        @Override
        public Optional<String> stopped(double[] memory) {
            if (memory[STOPPED_EPOCH] == 0) {
                return Optional.empty();
            }
            long waited = (long) memory[WAIT];
            String since = waited == 1 ? "in the last epoch" : "for " + waited + " epochs";
            String weights =
                    restoreBestWeights ? " Its weights are those of epoch " + (long) memory[BEST_EPOCH] + "." : "";
            return Optional.of("Early stopping ended this run after epoch " + (long) memory[STOPPED_EPOCH] + ": "
                    + monitor.name() + " had not improved " + since + "." + weights);
        }

        @Override
        public void endRun(double[] memory, List<double[]> weights) {
            if (restoreBestWeights && memory[HAS_BEST] == 1) {
                Parameters.restore(memory, WEIGHTS, weights);
            }
        }
    }

    /// Multiplies the learning rate by a factor when a number has not improved for some epochs.
    ///
    /// @param monitor the number that it watches; `val_loss` by default
    /// @param factor of the learning rate; 0.1 by default, above 0 and below 1
    /// @param patience for how many epochs it may fail to improve; 10 by default
    /// @param minDelta by how much it must be better to count as improved; 0.0001 by default
    /// @param cooldown for how many epochs nothing is counted after the rate was changed; 0 by default
    /// @param minLr the smallest learning rate; 0 by default
    record ReduceLrOnPlateau(
            Monitor monitor,
            @Within("(0, 1)") double factor,
            @Within("[0, 10000]") long patience,
            @Within("[0, 1000000]") double minDelta,
            @Within("[0, 10000]") long cooldown,
            @Within("[0, 1000]") double minLr)
            implements Callback {
        private static final int WAIT = 0;
        private static final int HAS_BEST = 1;
        private static final int BEST = 2;
        private static final int COOLDOWN = 3;

        public ReduceLrOnPlateau() {
            this(Monitor.VAL_LOSS, 0.1, 10, 1e-4, 0, 0);
        }

        @Override
        public long slots(long weights) {
            return COOLDOWN + 1;
        }

        @Override
        public double endEpoch(double[] memory, EpochEnd epoch) {
            OptionalDouble looked = epoch.value(monitor);
            double rate = epoch.learningRate();
            if (looked.isEmpty()) {
                return rate;
            }
            double value = looked.getAsDouble();
            if (memory[COOLDOWN] > 0) {
                memory[COOLDOWN]--;
                memory[WAIT] = 0;
            }
            if (memory[HAS_BEST] == 0 || monitor.improves(value, memory[BEST], minDelta)) {
                memory[HAS_BEST] = 1;
                memory[BEST] = value;
                memory[WAIT] = 0;
            } else if (memory[COOLDOWN] <= 0 && ++memory[WAIT] >= patience && rate > (float) minLr) { // as Keras does
                memory[COOLDOWN] = cooldown;
                memory[WAIT] = 0;
                return Math.max(rate * factor, minLr);
            }
            return rate;
        }
    }
}
