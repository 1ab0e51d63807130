package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.activation.Activation.Sigmoid;
import org.stepback.nn.activation.Activation.Softmax;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss.BinaryCrossentropy;
import org.stepback.nn.loss.Loss.CategoricalCrossentropy;
import org.stepback.nn.optimizer.Sgd;

/// A sure and wrong output must learn the most. Keras's crossentropies clip a probability to 1e-7 … 1 − 1e-7:
/// beyond that (for sigmoid at |z| > 16.1) the loss stays at 16.1 and its gradient is 0, so that the output can't
/// learn at all. The fused forms do not clip, and the loss's own slope shows that they are right.
@DisplayName("Where Keras clips, the fused crossentropies go on and are right")
class SaturationTest {
    private static final double Z = 17;

    @Test
    @DisplayName("sigmoid at z = 17 for the answer no: Keras's gradient is 0, the slope is 0.99999996")
    void binary() {
        DMatrixRMaj z = column(Z);
        DMatrixRMaj a = column(0);
        DMatrixRMaj no = column(0);
        new Sigmoid().apply(z, a);

        // Keras: clipped, then pulled through sigmoid
        DMatrixRMaj da = column(0);
        DMatrixRMaj dz = column(0);
        new BinaryCrossentropy().gradient(a, no, da);
        new Sigmoid().backward(da, z, a, dz);
        assertThat(dz.get(0)).isZero();
        assertThat(new BinaryCrossentropy().value(a, no)).isCloseTo(-Math.log(1e-7), within(1e-9));

        // L = −log(1 − σ(z)) = log(1 + e^z), written down without this package
        assertThat(new BinaryCrossentropy().fusedValue(z, a, no)).isCloseTo(Math.log(1 + Math.exp(Z)), within(1e-12));
        double h = 1e-3;
        double slope = (Math.log(1 + Math.exp(Z + h)) - Math.log(1 + Math.exp(Z - h))) / (2 * h);
        new BinaryCrossentropy().fusedGradient(z, a, no, dz);
        assertThat(dz.get(0)).isCloseTo(slope, within(1e-9)).isCloseTo(0.99999996, within(1e-8));
    }

    @Test
    @DisplayName("The loss of a batch that is sure and right is small and exact: log(1 + e^−z)")
    void sure_and_right() {
        for (double z : new double[] {10, 15, 20, 30, 100}) {
            DMatrixRMaj sums = new DMatrixRMaj(1, 2, true, -z, z);
            DMatrixRMaj a = sums.createLike();
            new Sigmoid().apply(sums, a);
            double expected = Math.log1p(Math.exp(-z));
            assertThat(new BinaryCrossentropy().fusedValue(sums, a, new DMatrixRMaj(1, 2, true, 0, 1)))
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    @DisplayName("softmax that is sure of the wrong one of two classes: Keras's gradient is 0, the slope is 0.99999996")
    void categorical() {
        DMatrixRMaj z = column(Z, 0);
        DMatrixRMaj a = column(0, 0);
        DMatrixRMaj second = column(0, 1);
        new Softmax().apply(z, a);

        DMatrixRMaj da = column(0, 0);
        DMatrixRMaj dz = column(0, 0);
        new CategoricalCrossentropy().gradient(a, second, da);
        new Softmax().backward(da, z, a, dz);
        assertThat(dz.data).containsExactly(0, 0);

        new CategoricalCrossentropy().fusedGradient(z, a, second, dz);
        assertThat(new CategoricalCrossentropy().fusedValue(z, a, second))
                .isCloseTo(Math.log(Math.exp(Z) + 1), within(1e-12));
        assertThat(dz.get(0)).isCloseTo(0.99999996, within(1e-8));
        assertThat(dz.get(1)).isCloseTo(-0.99999996, within(1e-8));
    }

    @Test
    @DisplayName("A trainer uses the fused form by itself: the first gradient of a saturated output is not 0")
    void trainer_fuses() {
        Architecture one = new Architecture(1, List.of(Runs.dense(1, "sigmoid")));
        Network sure = Network.of(one, List.of(new Weights(column(Z), column(0))));
        TrainerSettings settings = new TrainerSettings(new BinaryCrossentropy(), new Sgd(), 1, false, 0);
        assertThat(new Trainer(sure, settings, column(1), column(0)).step().kernelGradientNorm(0))
                .isCloseTo(0.99999996, within(1e-8));
        assertThat(Gradients.of(sure, new BinaryCrossentropy(), column(1), column(0))
                        .delta()
                        .getFirst()
                        .get(0))
                .isCloseTo(0.99999996, within(1e-8));
    }

    private static DMatrixRMaj column(double... numbers) {
        return new DMatrixRMaj(numbers.length, 1, true, numbers);
    }
}
