package org.stepback.nn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.Runs;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Sgd;

class RunRecorderTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 1999, 2000, 2001, 4001, 10_000, 123_457})
    void first_and_last_stay_and_the_rest_is_even(int count) {
        RunRecorder recorder = new RunRecorder(1);
        for (int step = 1; step <= count; step++) {
            recorder.rest(step, step * 10.0, -step);
        }
        RunSeries series = recorder.series();
        long[] steps = series.restSteps();
        assertThat(steps.length).isBetween(Math.min(count, 1000), 2000);
        assertThat(steps[0]).isEqualTo(1);
        assertThat(steps[steps.length - 1]).isEqualTo(count);
        long stride = steps.length > 1 ? steps[1] - steps[0] : 1;
        for (int i = 0; i < steps.length; i++) {
            assertThat(series.trainingLoss()[i]).isEqualTo(steps[i] * 10.0);
            assertThat(series.validationLoss()[i]).isEqualTo(-steps[i]);
            if (i > 0 && i < steps.length - 1) {
                assertThat(steps[i] - steps[i - 1]).isEqualTo(stride);
            }
        }
    }

    @Test
    void a_step_is_copied_from_its_report() {
        DMatrixRMaj x = Runs.points(2, 10, 1);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Sgd(), 5, true, 1);
        Trainer trainer = new Trainer(Runs.network(Runs.lesson(), 1), settings, x, Runs.sides(x));
        trainer.detail(true);
        RunRecorder recorder = new RunRecorder(2);
        StepReport report = trainer.step();
        recorder.step(report);
        double loss = report.loss();
        double norm = report.kernelGradientNorm(0);
        double ratio = report.updateRatio(0);
        trainer.step();
        RunSeries series = recorder.series();
        assertThat(series.loss()).containsExactly(loss);
        assertThat(series.gradientNorm()[0]).containsExactly(norm);
        assertThat(series.updateRatio()[0]).containsExactly(ratio);
        assertThat(series.lastStep()).isEqualTo(1);
    }
}
