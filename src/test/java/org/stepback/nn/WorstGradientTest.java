package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.loss.Loss;

@DisplayName("A network's gradients can be checked against the slope of its loss")
class WorstGradientTest {
    private static final Loss MSE = Loss.named("mean_squared_error").orElseThrow();

    @Test
    @DisplayName("A smooth network agrees in every entry, and is left as it was")
    void smooth() {
        Architecture architecture = new Architecture(3, List.of(Runs.dense(4, "tanh"), Runs.dense(2, "linear")));
        Network network = Runs.network(architecture, 5);
        double[] before = network.kernel(0).data.clone();
        GradientCheck worst = GradientCheck.worst(network, MSE, Runs.points(3, 7, 1), Runs.points(2, 7, 2));
        assertThat(worst.relativeError()).isBetween(0.0, 1e-8);
        assertThat(worst.checked()).isEqualTo(3 * 4 + 4 + 4 * 2 + 2);
        assertThat(network.kernel(0).data).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "A kink is named with layer, row and column: relu at 0, where backpropagation says 0 and the slope is half")
    void kink() {
        Network network = Network.of(
                new Architecture(2, List.of(Runs.dense(2, "relu"))),
                List.of(Runs.fromKeras(new double[][] {{1, 1}, {1, -1}}, new double[] {0, 0})));
        DMatrixRMaj x = new DMatrixRMaj(2, 1, true, 1, 1); // z = (2, 0)
        GradientCheck worst = GradientCheck.worst(network, MSE, x, new DMatrixRMaj(2, 1, true, 0, 1));
        assertThat(worst.layer()).isEqualTo(1);
        assertThat(worst.row()).isEqualTo(1);
        assertThat(worst.analytic()).isZero();
        assertThat(worst.numeric()).isCloseTo(-0.5, within(1e-3)); // half of ∂(1 − a)²/2 / ∂a = −1
        assertThat(worst.relativeError()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_table_that_does_not_fit_is_refused() {
        Network network = Runs.network(new Architecture(2, List.of(Runs.dense(1, "linear"))), 1);
        assertThatThrownBy(() -> GradientCheck.worst(network, MSE, Runs.points(3, 4, 1), Runs.points(1, 4, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes 2 inputs");
    }
}
