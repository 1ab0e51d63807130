package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.LabelLoss;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.NumberLoss;

/// Every gradient against the slope that one sees: `(L(w + h) − L(w − h)) / 2h`, taken to the fourth order of h.
///
/// The combinations come from `ALL`: a new activation, loss or initializer is checked without a new test.
@DisplayName("Backpropagation gives the slope of the loss")
class GradientCheckTest {
    private static final double H = 1e-4;
    private static final double PRECISION = 1e-6;
    private static final int INPUTS = 3;
    private static final int HIDDEN = 4;
    private static final int OUTPUTS = 3;
    private static final int BATCH = 5;
    /// From a kink; far above what a weight's h moves a sum or an output by.
    private static final double NEAR = 0.01;

    /// Losses besides their defaults.
    private static final List<Loss> VARIANTS = List.of(
            new Loss.BinaryCrossentropy(0.1),
            new Loss.CategoricalCrossentropy(0.1),
            new NumberLoss.Huber(0.5),
            new LabelLoss.BinaryFocalCrossentropy(1.5, 0.3, true));

    record Case(Activation hidden, Activation output, Loss loss, Initializer initializer) {
        Architecture architecture() {
            return new Architecture(INPUTS, List.of(new Dense(HIDDEN, hidden), new Dense(OUTPUTS, output)));
        }

        boolean fits() {
            return architecture().problem().isEmpty()
                    && loss.misfit(OUTPUTS, output).isEmpty();
        }

        @Override
        public String toString() {
            return hidden.name() + ", " + output.name() + ", " + loss + ", " + initializer.name();
        }
    }

    /// Each activation in the hidden layer; each loss behind each output that fits it; each initializer.
    static Stream<Case> cases() {
        Activation tanh = new Activation.Tanh();
        Loss squared = new Loss.MeanSquaredError();
        Initializer glorot = new Initializer.GlorotUniform();
        return Stream.of(
                        Activation.ALL.stream().map(hidden -> new Case(hidden, tanh, squared, glorot)),
                        Initializer.ALL.stream().map(initializer -> new Case(tanh, tanh, squared, initializer)),
                        Stream.concat(Loss.ALL.stream(), VARIANTS.stream()).flatMap(loss -> Activation.ALL.stream()
                                .map(output -> new Case(tanh, output, loss, glorot))))
                .flatMap(cases -> cases)
                .distinct()
                .filter(Case::fits);
    }

    @Test
    @DisplayName("Every activation, loss and initializer is checked, every activation behind a loss too")
    void everything_is_checked() {
        List<Case> cases = cases().toList();
        assertThat(cases.stream().map(Case::loss)).containsAll(Loss.ALL).containsAll(VARIANTS);
        assertThat(cases.stream().map(Case::output)).containsAll(Activation.ALL);
        assertThat(cases.stream().map(Case::initializer)).containsAll(Initializer.ALL);
        assertThat(cases.stream().map(Case::hidden))
                .containsAll(Activation.ALL.stream()
                        .filter(Activation.Elementwise.class::isInstance)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_gradient(Case given) {
        Sample sample = awayFromKinks(given);
        Gradients gradients = Gradients.of(sample.network, given.loss, sample.x, sample.y);
        for (int layer = 0; layer < sample.network.layers(); layer++) {
            assertSlopes(
                    "dW of layer " + layer,
                    sample,
                    given,
                    sample.network.kernel(layer),
                    gradients.dW().get(layer));
            assertSlopes(
                    "db of layer " + layer,
                    sample,
                    given,
                    sample.network.bias(layer),
                    gradients.db().get(layer));
        }
    }

    private static void assertSlopes(String what, Sample sample, Case given, DMatrixRMaj w, DMatrixRMaj gradient) {
        for (int i = 0; i < w.getNumElements(); i++) {
            double slope = slope(sample, given.loss, w.data, i);
            double scale = Math.max(1e-4, Math.max(Math.abs(slope), Math.abs(gradient.data[i])));
            assertThat(Math.abs(gradient.data[i] - slope) / scale)
                    .as("%s[%d] is %s, but the slope is %s", what, i, gradient.data[i], slope)
                    .isLessThan(PRECISION);
        }
    }

    /// `(8 (L(w+h) − L(w−h)) − (L(w+2h) − L(w−2h))) / 12h`, whose error falls as h⁴.
    private static double slope(Sample sample, Loss loss, double[] w, int i) {
        double kept = w[i];
        double[] at = new double[4];
        double[] offsets = {H, -H, 2 * H, -2 * H};
        for (int k = 0; k < at.length; k++) {
            w[i] = kept + offsets[k];
            at[k] = sample.lossOf(loss);
        }
        w[i] = kept;
        return (8 * (at[0] - at[1]) - (at[2] - at[3])) / (12 * H);
    }

    /// A random network and batch none of whose numbers is near a kink of an activation or the clip of a loss.
    private static Sample awayFromKinks(Case given) {
        for (long seed = 1; seed < 5_000; seed++) {
            Sample sample = Sample.random(given, seed);
            if (sample.isSmooth(given)) {
                return sample;
            }
        }
        throw new AssertionError("no smooth sample for " + given);
    }

    record Sample(Network network, DMatrixRMaj x, DMatrixRMaj y) {
        static Sample random(Case given, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Architecture architecture = given.architecture();
            Network start = Network.initialized(architecture, given.initializer, seed);
            List<Weights> weights = new ArrayList<>();
            for (int layer = 0; layer < start.layers(); layer++) {
                weights.add(new Weights(start.kernel(layer), uniform(start.bias(layer).numRows, 1, -1, 1, random)));
            }
            DMatrixRMaj y = Runs.targets(given.loss, OUTPUTS, BATCH, seed);
            return new Sample(Network.of(architecture, weights), uniform(INPUTS, BATCH, -1.5, 1.5, random), y);
        }

        private static DMatrixRMaj uniform(int rows, int columns, double from, double to, SplittableRandom random) {
            DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
            matrix.setData(random.doubles(rows * (long) columns, from, to).toArray());
            return matrix;
        }

        double lossOf(Loss loss) {
            Forward forward = network.forward(x);
            return new Objective(loss, network.architecture().output().activation())
                    .value(forward.z().getLast(), forward.output(), y);
        }

        boolean isSmooth(Case given) {
            Forward forward = network.forward(x);
            for (int layer = 0; layer < network.layers(); layer++) {
                for (double kink : ActivationKinks.of(network.activation(layer))) {
                    if (!allAway(forward.z().get(layer), kink)) {
                        return false;
                    }
                }
            }
            return given.loss.fusesWith(given.output) || LossKinks.distance(given.loss, forward.output(), y) > NEAR;
        }

        private static boolean allAway(DMatrixRMaj matrix, double kink) {
            for (int i = 0; i < matrix.getNumElements(); i++) {
                if (Math.abs(matrix.data[i] - kink) < NEAR) {
                    return false;
                }
            }
            return true;
        }
    }
}
