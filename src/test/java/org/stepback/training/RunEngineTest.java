package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepback.data.Dataset;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Trainer;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.LayerNumber;
import org.stepback.training.series.NewPoints;

class RunEngineTest {
    @Test
    void it_evaluates_the_weights_at_rest_at_step_0_and_at_the_end_of_each_epoch() {
        RunSetup setup = Setups.small(4);
        RunEngine engine = finished(new RunEngine(setup));

        NewPoints points = engine.record().since(Cursor.START);

        assertThat(points.epochEnds().step()).containsExactly(0, 3, 6, 9, 12);
        assertThat(points.steps().step()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void its_numbers_are_those_of_the_trainer() {
        RunSetup setup = Setups.small(2);
        NewPoints points = finished(new RunEngine(setup)).record().since(Cursor.START);

        Trainer trainer = trainer(setup);
        Evaluation start = trainer.evaluate(setup.train().x(), setup.train().y());
        assertThat(points.epochEnds().trainingLoss()[0]).isCloseTo(start.loss(), within(1e-15));
        assertThat(points.epochEnds().trainingAccuracy()[0]).isEqualTo(start.accuracy());
        for (int i = 0; i < setup.totalSteps(); i++) {
            trainer.detail(true);
            var report = trainer.step();
            assertThat(points.steps().loss()[i]).isEqualTo(report.loss());
            assertThat(points.steps().accuracy()[i]).isEqualTo(report.accuracy());
            assertThat(points.steps().learningRate()[i]).isEqualTo(0.01);
            NewPoints.Layers layers = points.layers();
            assertThat(layers.of(LayerNumber.KERNEL_GRADIENT_NORM)[1][i]).isEqualTo(report.kernelGradientNorm(1));
            assertThat(layers.of(LayerNumber.KERNEL_GRADIENT_MEAN)[0][i]).isEqualTo(report.kernelGradientMean(0));
            assertThat(layers.of(LayerNumber.KERNEL_GRADIENT_MAX)[1][i]).isEqualTo(report.kernelGradientMax(1));
            assertThat(layers.of(LayerNumber.BIAS_GRADIENT_NORM)[0][i]).isEqualTo(report.biasGradientNorm(0));
            assertThat(layers.of(LayerNumber.BIAS_GRADIENT_MEAN)[1][i]).isEqualTo(report.biasGradientMean(1));
            assertThat(layers.of(LayerNumber.BIAS_GRADIENT_MAX)[0][i]).isEqualTo(report.biasGradientMax(0));
            assertThat(layers.of(LayerNumber.KERNEL_NORM)[1][i]).isEqualTo(report.kernelNorm(1));
            assertThat(layers.of(LayerNumber.BIAS_NORM)[1][i]).isEqualTo(report.biasNorm(1));
            assertThat(layers.of(LayerNumber.UPDATE_RATIO)[0][i]).isEqualTo(report.updateRatio(0));
        }
        Dataset validation = setup.validation();
        Evaluation end = trainer.evaluate(validation.x(), validation.y());
        assertThat(points.epochEnds().validationLoss()[2]).isCloseTo(end.loss(), within(1e-15));
        assertThat(points.epochEnds().validationAccuracy()[2]).isEqualTo(end.accuracy());
    }

    @Test
    void a_schedule_s_rates_are_those_of_its_steps() {
        RunSetup setup = Setups.scheduled(3);
        NewPoints points = finished(new RunEngine(setup)).record().since(Cursor.START);

        assertThat(points.steps().learningRate()[0]).isEqualTo(0.1);
        assertThat(points.steps().learningRate()[2]).isCloseTo(0.1 * 0.25, within(1e-15));
    }

    @Test
    void a_table_evaluated_in_pieces_gives_what_it_gives_as_a_whole() {
        RunSetup setup = Setups.classify(10_000, 100, 1, 0.2, new Sgd(), 64, 64);
        RunEngine engine = new RunEngine(setup);
        int pieces = 0;
        while (engine.isEvaluating()) {
            engine.evaluateSome();
            pieces++;
        }

        Evaluation whole =
                trainer(setup).evaluate(setup.train().x(), setup.train().y());
        assertThat(pieces).isGreaterThan(4);
        assertThat(engine.record().latest().training().loss()).isCloseTo(whole.loss(), within(1e-12));
        assertThat(engine.record().latest().training().accuracy()).isCloseTo(whole.accuracy(), within(1e-12));
    }

    @Test
    void without_validation_samples_the_validation_is_NaN() {
        NewPoints points =
                finished(new RunEngine(Setups.unvalidated(2))).record().since(Cursor.START);

        assertThat(points.epochEnds().validationLoss()).containsOnly(Double.NaN);
        assertThat(points.epochEnds().trainingLoss()).doesNotContain(Double.NaN);
    }

    @Test
    void two_runs_of_one_setup_are_equal_bit_for_bit() {
        assertSame(finished(new RunEngine(Setups.small(40))), finished(new RunEngine(Setups.small(40))));
    }

    @Property(tries = 60)
    void a_run_that_goes_on_from_an_image_ends_bit_for_bit_as_an_unbroken_one(
            @ForAll @IntRange(min = 0, max = 140) int piecesBefore,
            @ForAll @IntRange(min = 0, max = 60) int piecesLost,
            @ForAll boolean watched) {
        RunSetup setup = watched ? Setups.watched(60) : Setups.small(30);
        RunEngine first = new RunEngine(setup);
        work(first, piecesBefore);
        Checkpoint checkpoint = first.checkpoint();
        RunRecord.Copy points = first.record().copy();
        work(first, piecesLost); // taken after the image, and lost with the server

        RunEngine second = finished(new RunEngine(setup, checkpoint, points));

        assertSame(second, finished(new RunEngine(setup)));
    }

    @Test
    void callbacks_end_a_run_early_and_bring_its_best_weights_back() {
        RunSetup setup = Setups.watched(60);
        RunEngine engine = finished(new RunEngine(setup));
        NewPoints.EpochEnds ends = engine.record().since(Cursor.START).epochEnds();
        double[] losses = ends.validationLoss();

        double best = Arrays.stream(losses, 1, losses.length).min().orElseThrow();
        assertThat(losses.length - 1).as("epochs").isBetween(6, 59);
        assertThat(losses[losses.length - 5]).as("4 epochs later").isEqualTo(best);
        assertThat(engine.reason())
                .isEqualTo("Early stopping ended this run after epoch %d: val_loss had not improved for 4 epochs."
                                .formatted(losses.length - 1)
                        + " Its weights are those of epoch %d.".formatted(losses.length - 5));
        Trainer trainer = trainer(setup);
        trainer.restore(engine.checkpoint());
        Dataset held = setup.validation();
        assertThat(trainer.evaluate(held.x(), held.y()).loss()).isCloseTo(best, within(1e-15));
        assertThat(trainer.stopped()).contains(engine.reason());
        assertThat(trainer.learningRate()).isLessThan(0.3);
    }

    @Test
    void a_checkpoint_that_does_not_fit_is_refused() {
        RunEngine engine = finished(new RunEngine(Setups.small(4)));

        assertThatThrownBy(() -> new RunEngine(
                        Setups.small(3), engine.checkpoint(), engine.record().copy()))
                .hasMessage("The checkpoint is of another run.");
        assertThatThrownBy(() -> new RunEngine(
                        Setups.small(4),
                        engine.checkpoint(),
                        new RunEngine(Setups.small(4)).record().copy()))
                .hasMessage("The checkpoint is of another run.");
    }

    private static Trainer trainer(RunSetup setup) {
        return new Trainer(
                setup.spec().network(),
                setup.settings(),
                setup.train().x(),
                setup.train().y());
    }

    private static RunEngine finished(RunEngine engine) {
        work(engine, Integer.MAX_VALUE);
        assertThat(engine.isDone()).isTrue();
        return engine;
    }

    private static void work(RunEngine engine, int pieces) {
        for (int i = 0; i < pieces && !engine.isDone(); i++) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
            }
        }
    }

    private static void assertSame(RunEngine one, RunEngine other) {
        Bits.assertSame(one.checkpoint(), other.checkpoint());
        Bits.assertSame(one.record().since(Cursor.START), other.record().since(Cursor.START));
    }
}
