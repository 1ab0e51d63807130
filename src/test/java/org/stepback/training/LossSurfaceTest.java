package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Moments;

class LossSurfaceTest {
    private static final int MIDDLE = LossSurface.SIDE / 2;

    private static final SurfacePlane.TwoWeights TWO =
            new SurfacePlane.TwoWeights(new SurfacePlane.Weight(0, 1, 0), new SurfacePlane.Weight(1, 0, 2));

    private final ManualTime time = new ManualTime();
    private final RunPool pool = new RunPool(1, Duration.ofMillis(1), time);

    @Test
    void its_middle_is_the_loss_of_the_weights_as_they_are() {
        Run run = finished(Setups.small(20));
        LossSurface surface = run.surface(new SurfacePlane.Random(1), 1);
        serveAll();

        double here = Evaluation.loss(
                run.network(),
                run.setup().settings().loss(),
                run.setup().train().x(),
                run.setup().train().y(),
                run.setup().train().sampleWeights());
        assertThat(surface.isDone()).isTrue();
        assertThat(surface.at(MIDDLE)).isZero();
        assertThat(surface.cells()[MIDDLE * LossSurface.SIDE + MIDDLE]).isEqualTo(here);
        assertThat(surface.samples()).isEqualTo(40);
    }

    @Test
    void a_cell_is_the_loss_with_two_weights_moved() {
        Run run = finished(Setups.small(20));
        LossSurface surface = run.surface(TWO, 1);
        serveAll();

        Network moved = Directions.random(run.network(), 0).at(run.network(), 0, 0);
        moved.kernel(0).set(1, 0, moved.kernel(0).get(1, 0) + surface.at(20));
        moved.kernel(1).set(0, 2, moved.kernel(1).get(0, 2) + surface.at(3));
        double there = Evaluation.loss(
                moved,
                run.setup().settings().loss(),
                run.setup().train().x(),
                run.setup().train().y(),
                run.setup().train().sampleWeights());
        assertThat(surface.cells()[3 * LossSurface.SIDE + 20]).isCloseTo(there, within(1e-15));
        assertThatThrownBy(() -> new SurfacePlane.TwoWeights(TWO.first(), TWO.first()))
                .hasMessage("Choose two different weights.");
    }

    @Test
    void the_next_step_of_gradient_descent_is_minus_the_learning_rate_times_the_gradient() {
        Run run = finished(descending(0.3));
        LossSurface surface = run.surface(TWO, 1);

        Gradients gradients = gradients(run);
        LossSurface.Stop next = surface.next().getFirst();
        assertThat(next.step()).isEqualTo(61);
        assertThat(next.a()).isCloseTo(-0.3 * gradients.dW().get(0).get(1, 0), within(1e-15));
        assertThat(next.b()).isCloseTo(-0.3 * gradients.dW().get(1).get(0, 2), within(1e-15));
        assertThat(surface.next()).hasSize(StepsAhead.COUNT);
    }

    @Test
    void the_first_step_of_adam_goes_by_the_learning_rate_against_the_gradients_sign() {
        Run run = begun(Setups.small(20));
        LossSurface surface = run.surface(TWO, 1);

        LossSurface.Stop next = surface.next().getFirst();
        double sign = Math.signum(gradients(run).dW().get(0).get(1, 0));
        assertThat(next.step()).isEqualTo(1);
        assertThat(sign).isNotZero();
        assertThat(next.a()).isCloseTo(-0.01 * sign, within(1e-5));
    }

    @Test
    void a_step_of_adam_remembers_the_steps_before_it() {
        Run run = finished(Setups.small(20));
        Trainer trainer = Trainer.weighted(
                run.setup().spec().network(),
                new TrainerSettings(run.setup().settings().loss(), new Adam().at(0.01), 40, false, 3),
                run.setup().train().x(),
                run.setup().train().y(),
                run.setup().train().sampleWeights());
        trainer.restore(run.worker().rest());
        double before = trainer.network().kernel(0).get(1, 0);
        trainer.step();

        assertThat(run.surface(TWO, 1).next().getFirst().a())
                .isEqualTo(trainer.network().kernel(0).get(1, 0) - before);
    }

    @Test
    void along_the_next_step_the_arrow_lies_in_the_picture_at_its_full_length() {
        Run run = finished(descending(0.3));
        LossSurface surface = run.surface(new SurfacePlane.NextStep(), 1);

        LossSurface.Stop next = surface.next().getFirst();
        assertThat(next.a()).isCloseTo(surface.ahead().length(), within(1e-12)).isPositive();
        assertThat(next.b()).isCloseTo(0, within(1e-12));
        assertThat(surface.path().getFirst().b()).isNegative();
    }

    @Test
    void along_the_next_step_the_picture_has_the_loss_that_the_step_leads_to() {
        Run run = finished(descending(0.3));
        StepsAhead ahead = run.surface(TWO, 1).ahead();
        Directions directions = Directions.of(new SurfacePlane.NextStep(), run.network(), ahead, List.of());

        double there = Evaluation.loss(
                directions.at(run.network(), ahead.length(), 0),
                run.setup().settings().loss(),
                run.setup().train().x(),
                run.setup().train().y(),
                run.setup().train().sampleWeights());
        assertThat(ahead.length()).isPositive();
        assertThat(there).isNotEqualTo(ahead.before()).isCloseTo(ahead.losses().getFirst(), within(1e-12));
        assertThat(run.surface(new SurfacePlane.NextStep(), 1).keepsBiases()).isFalse();
        assertThat(run.surface(TWO, 1).keepsBiases()).isTrue();
    }

    @Test
    void too_long_a_step_climbs_and_a_short_one_goes_down() {
        StepsAhead large = finished(descending(2_000)).surface(TWO, 1).ahead();
        StepsAhead small = begun(descending(1e-6)).surface(TWO, 1).ahead();

        assertThat(large.losses().stream().mapToDouble(each -> each).max().orElse(0))
                .isGreaterThan(large.before());
        assertThat(small.losses().getFirst()).isLessThan(small.before());
        assertThat(small.stride()).isLessThan(small.losses().getLast());
    }

    @Test
    void path_and_steps_fit_and_the_step_is_long_enough_to_be_seen() {
        var step = new LossSurface.Stop(11, 0.1, 0);

        assertThat(reach(List.of(new LossSurface.Stop(0, -0.5, 0.2)), step))
                .as("a path five times the step: all of it")
                .isBetween(0.5, 0.7);
        assertThat(reach(List.of(new LossSurface.Stop(0, -80, 0)), step))
                .as("a path of hundreds of steps: its end")
                .isBetween(0.6, 1.0);
        assertThat(reach(List.of(), step, new LossSurface.Stop(12, 5e9, 0)))
                .as("steps that leap away: the first is seen")
                .isBetween(0.4, 0.6);
        assertThat(reach(List.of(new LossSurface.Stop(0, 0.5, 0)), new LossSurface.Stop(11, 0, 0)))
                .as("no step at all: the path")
                .isBetween(0.5, 0.7);
        assertThat(LossSurface.reach(List.of(), List.of())).isEqualTo(1);
    }

    private static double reach(List<LossSurface.Stop> path, LossSurface.Stop... next) {
        return LossSurface.reach(path, List.of(next));
    }

    @Test
    void it_is_zoomed() {
        Run run = finished(Setups.small(20));

        assertThat(run.surface(TWO, 4).at(0)).isCloseTo(run.surface(TWO, 1).at(0) / 4, within(1e-15));
    }

    /// [Setups#small] by plain gradient descent.
    private static RunSetup descending(double rate) {
        return Setups.classify(50, 16, 20, 0.2, new Sgd().at(rate), 5);
    }

    private static Gradients gradients(Run run) {
        return Gradients.of(
                run.network(),
                run.setup().settings().loss(),
                run.setup().train().x(),
                run.setup().train().y(),
                run.setup().train().sampleWeights());
    }

    @Test
    void the_path_goes_from_the_first_weights_to_the_last() {
        Run run = finished(Setups.small(20));
        LossSurface surface = run.surface(TWO, 1);

        double first = run.setup().spec().network().kernel(0).get(1, 0)
                - run.network().kernel(0).get(1, 0);
        assertThat(surface.path().getFirst().step()).isZero();
        assertThat(surface.path().getFirst().a()).isCloseTo(first, within(1e-6));
        assertThat(surface.path()).hasSizeLessThanOrEqualTo(Moments.CAPACITY).hasSizeGreaterThan(10);
        assertThat(surface.path().getLast().step()).isEqualTo(60);
        assertThat(surface.path().getLast().a()).isCloseTo(0, within(1e-6));
    }

    @Test
    void random_directions_are_as_long_as_each_units_weights_and_the_same_for_the_same_seed() {
        Network network = Setups.small(1).spec().network();
        Directions directions = Directions.random(network, 5);

        for (int unit = 0; unit < 5; unit++) {
            DMatrixRMaj own = CommonOps_DDRM.extractRow(network.kernel(0), unit, null);
            DMatrixRMaj part = CommonOps_DDRM.extractRow(directions.first().getFirst(), unit, null);
            assertThat(NormOps_DDRM.normF(part)).isCloseTo(NormOps_DDRM.normF(own), within(1e-12));
        }
        assertThat(Directions.random(network, 5).second().getLast().data)
                .isEqualTo(directions.second().getLast().data);
        assertThat(Directions.random(network, 6).second().getLast().data)
                .isNotEqualTo(directions.second().getLast().data);
    }

    @Test
    void what_lies_in_the_plane_is_projected_to_where_it_is() {
        Network network = Setups.small(1).spec().network();
        Directions directions = Directions.random(network, 5);
        Network there = directions.at(network, 0.7, -0.2);
        List<DMatrixRMaj> way = List.of(difference(there, network, 0), difference(there, network, 1));

        assertThat(directions.project(way)[0]).isCloseTo(0.7, within(1e-12));
        assertThat(directions.project(way)[1]).isCloseTo(-0.2, within(1e-12));
    }

    private static DMatrixRMaj difference(Network to, Network from, int layer) {
        DMatrixRMaj way = to.kernel(layer).copy();
        CommonOps_DDRM.subtractEquals(way, from.kernel(layer));
        return way;
    }

    @Test
    void a_cancelled_surface_takes_no_more_time_and_a_large_network_fewer_samples() {
        Run run = finished(Setups.classify(2_000, 100, 1, 0.2, new Sgd(), 256, 256));
        LossSurface surface = run.surface(new SurfacePlane.Random(1), 1);
        surface.cancel();
        serveAll();

        assertThat(surface.progress()).isZero();
        assertThat(surface.samples()).isBetween(8, 64);
        assertThat(surface.path()).isEmpty();
    }

    @Test
    void at_once_it_is_the_one_along_the_next_step_and_none_of_a_large_network() {
        Run run = finished(Setups.small(20));
        LossSurface waited = run.surface(new SurfacePlane.NextStep(), 1);
        serveAll();

        LossSurface atOnce = run.surfaceAtOnce().orElseThrow();
        assertThat(atOnce.isDone()).isTrue();
        assertThat(atOnce.cells()).isEqualTo(waited.cells());
        assertThat(atOnce.path()).isEqualTo(waited.path());
        assertThat(begun(Setups.classify(2_000, 100, 1, 0.2, new Sgd(), 256, 256))
                        .surfaceAtOnce())
                .isEmpty();
        LossSurface fewer = begun(Setups.classify(2_000, 100, 1, 0.2, new Sgd(), 64, 64))
                .surfaceAtOnce()
                .orElseThrow();
        assertThat(fewer.samples()).isBetween(8, 64);
    }

    private Run finished(RunSetup setup) {
        Run run = begun(setup);
        run.wake();
        serveAll();
        return run;
    }

    private Run begun(RunSetup setup) {
        RunKey key = new RunKey(UUID.randomUUID(), setup.slug(), setup.cell());
        return new Run(UUID.randomUUID(), key, setup, Pace.FULL, new Run.Host(pool, time, Duration.ofSeconds(2)));
    }

    private void serveAll() {
        while (pool.serveOne()) {
            assertThat(pool).isNotNull();
        }
    }
}
