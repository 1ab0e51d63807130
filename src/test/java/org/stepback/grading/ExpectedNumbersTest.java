package org.stepback.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.exercise.ExpectedNumber.BiasGradient;
import org.stepback.exercise.ExpectedNumber.KernelGradient;
import org.stepback.nn.loss.Loss;

class ExpectedNumbersTest {
    private static final double A = 1 / (1 + Math.exp(-1));
    private static final ExpectedNumber.LossOver LOSS =
            new ExpectedNumber.LossOver("hand", "point", OptionalInt.empty(), new Loss.BinaryCrossentropy());

    private final ExpectedNumbers quantities = new ExpectedNumbers(Sample.EXERCISE);

    static Stream<Arguments> on_paper() {
        return Stream.of(
                arguments(new ExpectedNumber.Given(0.25), 0.25),
                arguments(new ExpectedNumber.Parameters("hand"), 9),
                arguments(new ExpectedNumber.Z("hand", "point", 1, 1, 1), 1.1),
                arguments(new ExpectedNumber.Z("hand", "point", 1, 1, 2), -1),
                arguments(new ExpectedNumber.A("hand", "point", 1, 1, 2), 0),
                arguments(new ExpectedNumber.Z("hand", "point", 1, 2, 1), 1),
                arguments(new ExpectedNumber.Prediction("hand", "point", 1, 1), A),
                arguments(LOSS, -Math.log(A)),
                arguments(
                        new ExpectedNumber.LossOver("hand", "point", OptionalInt.of(1), new Loss.MeanSquaredError()),
                        (1 - A) * (1 - A)),
                arguments(new KernelGradient(LOSS, 2, 1, 1), (A - 1) * 1.1),
                arguments(new KernelGradient(LOSS, 2, 1, 2), 0),
                arguments(new KernelGradient(LOSS, 1, 1, 2), (A - 1) * 2 * 2),
                arguments(new BiasGradient(LOSS, 2, 1), A - 1),
                arguments(new BiasGradient(LOSS, 1, 1), (A - 1) * 2),
                arguments(
                        new ExpectedNumber.UpdatedKernel(new KernelGradient(LOSS, 1, 1, 1), 0.1),
                        0.5 - 0.1 * (A - 1) * 2),
                arguments(new ExpectedNumber.UpdatedBias(new BiasGradient(LOSS, 2, 1), 0.1), -1.2 - 0.1 * (A - 1)));
    }

    @ParameterizedTest
    @MethodSource("on_paper")
    void agrees_with_the_numbers_worked_out_on_paper(ExpectedNumber quantity, double expected) {
        assertThat(quantities.value(quantity)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void what_is_not_there_has_no_value() {
        assertThatThrownBy(() -> quantities.value(new ExpectedNumber.Parameters("nowhere")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quantities.value(new ExpectedNumber.Z("hand", "point", 2, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quantities.value(new ExpectedNumber.Given(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
