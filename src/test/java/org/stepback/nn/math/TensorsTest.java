package org.stepback.nn.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorsTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-160, 1e-300, 1e160, 1e300})
    @DisplayName("A norm is right also where the squares overflow or vanish")
    void norm(double scale) {
        assertThat(Tensors.norm(column(3 * scale, -4 * scale))).isCloseTo(5 * scale, withinPercentage(1e-12));
    }

    @Test
    void norm_of_what_is_not_finite() {
        assertThat(Tensors.norm(column(0, 0))).isZero();
        assertThat(Tensors.norm(column(1, Double.NEGATIVE_INFINITY))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Tensors.norm(column(Double.NaN, Double.POSITIVE_INFINITY))).isNaN();
    }

    private static DMatrixRMaj column(double... numbers) {
        return new DMatrixRMaj(numbers.length, 1, true, numbers);
    }
}
