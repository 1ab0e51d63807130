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
import org.stepback.nn.Sgd;

class LossSurfaceTest {
    private static final int MIDDLE = LossSurface.SIDE / 2;

    private final ManualTime time = new ManualTime();
    private final RunPool pool = new RunPool(1, Duration.ofMillis(1), time);

    @Test
    void its_middle_is_the_loss_of_the_weights_as_they_are() {
        Run run = finished(Setups.small(20));
        LossSurface surface = run.surface(1);
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
        LossSurface surface = run.surface(new int[] {0, 1, 0}, new int[] {1, 0, 2}, 3);
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
        assertThatThrownBy(() -> run.surface(new int[] {0, 1, 0}, new int[] {0, 1, 0}, 3))
                .hasMessage("Choose two different weights.");
    }

    @Test
    void the_arrow_is_minus_the_learning_rate_times_the_gradient() {
        Run run = finished(Setups.small(20));
        LossSurface surface = run.surface(new int[] {0, 1, 0}, new int[] {1, 0, 2}, 3);

        Gradients gradients = Gradients.of(
                run.network(),
                run.setup().settings().loss(),
                run.setup().train().x(),
                run.setup().train().y(),
                run.setup().train().sampleWeights());
        assertThat(surface.nextStep().a())
                .isCloseTo(-0.01 * gradients.dW().get(0).get(1, 0), within(1e-15));
        assertThat(surface.nextStep().b())
                .isCloseTo(-0.01 * gradients.dW().get(1).get(0, 2), within(1e-15));
    }

    @Test
    void the_path_goes_from_the_first_weights_to_the_last() {
        Run run = finished(Setups.small(20));
        LossSurface surface = run.surface(new int[] {0, 1, 0}, new int[] {1, 0, 2}, 3);

        double first = run.setup().network().kernel(0).get(1, 0)
                - run.network().kernel(0).get(1, 0);
        assertThat(surface.path().getFirst().step()).isZero();
        assertThat(surface.path().getFirst().a()).isCloseTo(first, within(1e-6));
        assertThat(surface.path()).hasSizeLessThanOrEqualTo(Moments.CAPACITY).hasSizeGreaterThan(10);
        assertThat(surface.path().getLast().step()).isEqualTo(60);
        assertThat(surface.path().getLast().a()).isCloseTo(0, within(1e-6));
    }

    @Test
    void random_directions_are_as_long_as_each_units_weights_and_the_same_for_the_same_seed() {
        Network network = Setups.small(1).network();
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
        Network network = Setups.small(1).network();
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
        LossSurface surface = run.surface(1);
        surface.cancel();
        serveAll();

        assertThat(surface.progress()).isZero();
        assertThat(surface.samples()).isBetween(8, 64);
        assertThat(surface.path()).isEmpty();
    }

    private Run finished(RunSetup setup) {
        RunKey key = new RunKey(UUID.randomUUID(), setup.slug(), setup.cell());
        Run run = new Run(UUID.randomUUID(), key, setup, Pace.FULL, new Run.Host(pool, time, Duration.ofSeconds(2)));
        run.wake();
        serveAll();
        return run;
    }

    private void serveAll() {
        while (pool.serveOne()) {
            assertThat(pool).isNotNull();
        }
    }
}
