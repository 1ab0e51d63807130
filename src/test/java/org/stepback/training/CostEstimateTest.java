package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.stepback.nn.Architecture;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

class CostEstimateTest {
    private static final TrainingLimits LIMITS = TrainingLimits.DEFAULTS;

    @Test
    void the_lessons_network_is_cheap() {
        CostEstimate estimate = CostEstimate.of(network(2, 5, 1), 320, 80, 32, 40);

        assertThat(estimate.parameters()).isEqualTo(21);
        assertThat(estimate.stepOperations()).isEqualTo(6.0 * 21 * 32);
        assertThat(estimate.operations()).isEqualTo(6.0 * 21 * 320 * 40 + 2.0 * 21 * 400 * 41);
        assertThat(estimate.bytes()).isBetween(100_000L, 1_000_000L);
        assertThat(estimate.refusal(LIMITS)).isEmpty();
    }

    @Test
    void too_many_parameters_are_refused_with_the_limit_and_what_to_change() {
        assertThat(CostEstimate.of(network(64, 512, 512, 1), 100, 0, 1, 1).refusal(LIMITS))
                .contains("This network has 296,449 parameters; the limit is 200,000. Use fewer units or layers.");
    }

    @Test
    void too_long_a_run_is_refused() {
        assertThat(CostEstimate.of(network(2, 256, 256, 1), 16_000, 4_000, 32, 10_000)
                        .refusal(LIMITS))
                .contains("This run would take about 9.1 × 10¹³ operations; the limit is 2 × 10¹²."
                        + " Use fewer epochs, samples or units.");
    }

    @Test
    void a_step_that_would_hold_up_the_others_is_refused() {
        assertThat(CostEstimate.of(network(2, 256, 256, 1), 16_000, 4_000, 4_096, 1)
                        .refusal(LIMITS))
                .contains("One step of this run would take about 1.7 × 10⁹ operations; the limit is 2 × 10⁸."
                        + " Use a smaller batch or fewer units.");
    }

    @Test
    void too_much_memory_is_refused() {
        TrainingLimits small = new TrainingLimits(
                0,
                LIMITS.slice(),
                LIMITS.maxParameters(),
                LIMITS.maxOperations(),
                LIMITS.maxStepOperations(),
                DataSize.ofMegabytes(8),
                LIMITS.memory(),
                LIMITS.memoryPerPerson(),
                4,
                LIMITS.unwatched(),
                LIMITS.kept(),
                LIMITS.save());

        assertThat(CostEstimate.of(network(64, 8, 1), 16_000, 4_000, 32, 1).refusal(small))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .matches("This run would take about 1\\d MB of memory; the limit is 8 MB."
                                + " Use fewer samples, a smaller batch or fewer units."));
    }

    @Test
    void the_largest_numbers_that_cells_allow_do_not_overflow() {
        CostEstimate estimate =
                CostEstimate.of(network(64, 512, 512, 512, 512, 512, 512, 512, 512, 512, 64), 20_000, 0, 4_096, 10_000);

        assertThat(estimate.operations()).isBetween(1e15, 1e16);
        assertThat(estimate.bytes()).isPositive();
        assertThat(estimate.refusal(LIMITS)).isPresent();
    }

    private static Architecture network(int inputs, int... units) {
        return new Architecture(
                inputs,
                Arrays.stream(units)
                        .<Layer>mapToObj(n -> new Dense(n, new Activation.Relu()))
                        .toList());
    }
}
