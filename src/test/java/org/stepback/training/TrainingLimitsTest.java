package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class TrainingLimitsTest {
    private final ApplicationContextRunner spring =
            new ApplicationContextRunner().withUserConfiguration(TrainingConfiguration.class);

    @Test
    void where_nothing_is_configured_the_defaults_hold() {
        spring.run(context -> assertThat(context.getBean(TrainingLimits.class)).isEqualTo(TrainingLimits.DEFAULTS));
    }

    @Test
    void each_limit_is_a_property() {
        spring.withPropertyValues(
                        "stepback.training.threads=3",
                        "stepback.training.slice=10ms",
                        "stepback.training.max-parameters=1000",
                        "stepback.training.max-operations=2000",
                        "stepback.training.max-step-operations=3000",
                        "stepback.training.max-run-memory=8MB",
                        "stepback.training.memory=1GB",
                        "stepback.training.memory-per-person=16MB",
                        "stepback.training.active-per-person=2",
                        "stepback.training.unwatched=5m",
                        "stepback.training.kept=1m",
                        "stepback.training.save=1s")
                .run(context -> assertThat(context.getBean(TrainingLimits.class))
                        .isEqualTo(new TrainingLimits(
                                3,
                                Duration.ofMillis(10),
                                1_000,
                                2_000,
                                3_000,
                                DataSize.ofMegabytes(8),
                                DataSize.ofGigabytes(1),
                                DataSize.ofMegabytes(16),
                                2,
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(1))));
    }

    @Test
    void one_processor_stays_free_and_a_quarter_of_the_memory_is_for_runs() {
        TrainingLimits limits = TrainingLimits.DEFAULTS;

        assertThat(limits.threadsOr(1)).isEqualTo(1);
        assertThat(limits.threadsOr(2)).isEqualTo(1);
        assertThat(limits.threadsOr(8)).isEqualTo(7);
        assertThat(limits.memoryOr(4_000)).isEqualTo(1_000);
        assertThat(limits.memoryPerPersonOr(4_000)).isEqualTo(250);
    }
}
