package org.stepback.nn.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Forward;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.activation.ClippedActivation;
import org.stepback.number.NumberText;

/// Units of a layer that learn nothing, or all the same.
public sealed interface UnitDiagnosis extends Diagnosis {
    /// A layer learns well with some units lost. It is told where more than this share of them is.
    double MANY = 0.75;

    /// Units of relu whose sum z is negative for every sample: their output and their gradient are 0.
    ///
    /// @param step after which they were found dead
    /// @param dead how many of the units
    /// @param samples how many samples were looked at
    /// @param largestSum the largest z of the dead units
    record Dead(long step, int layer, int dead, int units, int samples, double largestSum) implements UnitDiagnosis {
        static List<Dead> find(RunObservation run) {
            Forward forward = run.network().forward(run.x());
            List<Dead> found = new ArrayList<>();
            for (int layer = 0; layer < run.network().layers(); layer++) {
                if (run.network().activation(layer) instanceof Activation.Relu
                        || run.network().activation(layer) instanceof ClippedActivation.Relu6) {
                    DMatrixRMaj z = forward.z().get(layer);
                    int dead = unitsWith(z, 1, sum -> sum <= 0);
                    if (dead > MANY * z.numRows) {
                        found.add(new Dead(
                                run.series().lastStep(), layer + 1, dead, z.numRows, z.numCols, largestDead(z)));
                    }
                }
            }
            return found;
        }

        private static double largestDead(DMatrixRMaj z) {
            return IntStream.range(0, z.numRows)
                    .mapToDouble(row -> Arrays.stream(z.data, row * z.numCols, (row + 1) * z.numCols)
                            .max()
                            .orElseThrow())
                    .filter(largest -> largest <= 0)
                    .max()
                    .orElse(Double.NEGATIVE_INFINITY);
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "Dead relu units",
                    "relu turns a negative z into 0, and its slope there is 0 too. A unit whose z is negative for every"
                            + " sample gets no gradient, so that it cannot come back.",
                    "Try a smaller learning rate, leaky_relu, or biases that start at 0.");
        }

        @Override
        public String evidence() {
            return dead + " of the " + units + " units of layer " + layer + " give 0 for each of " + samples
                    + " samples: their z is " + NumberText.brief(largestSum) + " or less.";
        }
    }

    /// Units whose activation is flat where their sums lie, so that hardly any gradient passes.
    ///
    /// @param step after which they were found
    /// @param saturated how many of the units are flat for nearly every sample
    /// @param slope the mean of f′(z) over the layer and the samples, as a part of f′(0)
    record Saturated(long step, int layer, String activation, int saturated, int units, int samples, double slope)
            implements UnitDiagnosis {
        private static final double FLAT = 0.02;
        private static final double NEARLY_ALL = 0.95;
        private static final double LEARNED = 0.1;

        static List<Saturated> find(RunObservation run) {
            if (hasLearned(run.series())) {
                return List.of(); // units that are sure, and right
            }
            Forward forward = run.network().forward(run.x());
            List<Saturated> found = new ArrayList<>();
            for (int layer = 0; layer < run.network().layers() - 1; layer++) {
                if (run.network().activation(layer) instanceof Activation.Elementwise f && f.saturates()) {
                    DMatrixRMaj z = forward.z().get(layer);
                    double steepest = f.derivative(0, f.f(0));
                    int flat = unitsWith(z, NEARLY_ALL, sum -> f.derivative(sum, f.f(sum)) < FLAT * steepest);
                    if (flat > MANY * z.numRows) {
                        found.add(new Saturated(
                                run.series().lastStep(),
                                layer + 1,
                                f.name(),
                                flat,
                                z.numRows,
                                z.numCols,
                                meanSlope(f, z) / steepest));
                    }
                }
            }
            return found;
        }

        private static boolean hasLearned(RunSeries series) {
            return series.points() > 0 && TypicalNumbers.ending(series.loss()) < LEARNED * series.loss()[0];
        }

        private static double meanSlope(Activation.Elementwise f, DMatrixRMaj z) {
            double sum = 0;
            for (int i = 0; i < z.getNumElements(); i++) {
                sum += f.derivative(z.data[i], f.f(z.data[i]));
            }
            return sum / z.getNumElements();
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "Saturated units",
                    "Far from 0, " + activation + " is almost level: its slope f′(z) is close to 0. The gradient is"
                            + " multiplied by that slope, so that hardly anything passes and the unit stops learning.",
                    "Scale the inputs to about −1 … 1, start with glorot_uniform, choose a smaller learning rate, or use"
                            + " relu.");
        }

        @Override
        public String evidence() {
            return saturated + " of the " + units + " units of layer " + layer + " lie where " + activation
                    + " is flat, for nearly all of " + samples + " samples. On average the layer's slope is "
                    + NumberText.brief(slope) + " of the steepest.";
        }
    }

    /// Units of a hidden layer that are all equal, and learn the same.
    ///
    /// @param step after which they were found equal
    /// @param weight the first weight, which all units share
    record Symmetric(long step, int layer, int units, double weight) implements UnitDiagnosis {
        static List<Symmetric> find(RunObservation run) {
            List<Symmetric> found = new ArrayList<>();
            List<Integer> dense = run.denseLayers();
            for (int layer : dense.subList(0, Math.max(0, dense.size() - 1))) {
                DMatrixRMaj kernel = run.network().kernel(layer);
                if (kernel.numRows > 1
                        && hasEqualRows(kernel)
                        && hasEqualRows(run.network().bias(layer))) {
                    found.add(new Symmetric(run.series().lastStep(), layer + 1, kernel.numRows, kernel.data[0]));
                }
            }
            return found;
        }

        private static boolean hasEqualRows(DMatrixRMaj matrix) {
            return IntStream.range(matrix.numCols, matrix.getNumElements())
                    .allMatch(i -> matrix.data[i] == matrix.data[i % matrix.numCols]);
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "Units that are all the same",
                    "Equal units compute the same, so that they get the same gradient and stay equal for ever. The layer"
                            + " can do no more than a single unit could.",
                    "Start with random weights: choose glorot_uniform as the initializer.");
        }

        @Override
        public String evidence() {
            return "All " + units + " units of layer " + layer + " have the same weights, bit for bit (the first is "
                    + NumberText.brief(weight) + ").";
        }
    }

    /// Counts the rows that meet a condition in at least this share of their columns.
    static int unitsWith(DMatrixRMaj z, double share, DoublePredicate condition) {
        return (int) IntStream.range(0, z.numRows)
                .mapToLong(row -> Arrays.stream(z.data, row * z.numCols, (row + 1) * z.numCols)
                        .filter(condition)
                        .count())
                .filter(met -> met >= share * z.numCols)
                .count();
    }
}
