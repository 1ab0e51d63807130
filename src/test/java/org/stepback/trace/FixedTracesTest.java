package org.stepback.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.stepback.nn.Forward;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.Trainer;
import org.stepback.nn.layer.Weights;
import tools.jackson.databind.JsonNode;

/// Three steps whose every number is known from elsewhere: from the trainer's other ways to it, and from Keras.
class FixedTracesTest {
    static final List<String> TITLES = Traces.KERAS;

    private static List<Grid> grids(Trace trace, int sample) {
        return Stage.of(trace.before().architecture()).stream()
                .flatMap(stage -> Scene.of(trace, stage, sample, 0, 0).grids().stream())
                .toList();
    }

    @ParameterizedTest
    @FieldSource("TITLES")
    void every_number_of_every_table_is_the_trainers_own(String title) {
        Traces.Fixed fixed = Traces.fixed(Traces.keras("keras.json", title));
        Trace trace = fixed.first();
        Trainer trainer = fixed.trainer();
        int width = trace.width();
        DMatrixRMaj x = part(fixed.x(), width);
        DMatrixRMaj y = part(fixed.y(), width);
        Forward forward = fixed.network().forward(x);
        Gradients gradients = Gradients.of(fixed.network(), fixed.settings().loss(), x, y);
        trainer.step();
        Network after = trainer.network();

        int numbers = 0;
        for (Grid grid : grids(trace, Walk.WHOLE)) {
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++, numbers++) {
                    Quantity of = grid.at().of(row, column);
                    double expected =
                            switch (of) {
                                case Quantity.X q -> x.get(q.row(), q.sample());
                                case Quantity.Y q -> y.get(q.row(), q.sample());
                                case Quantity.Z q -> forward.z().get(q.layer()).get(q.row(), q.sample());
                                case Quantity.A q -> forward.a().get(q.layer()).get(q.row(), q.sample());
                                case Quantity.Delta q ->
                                    gradients.delta().get(q.layer()).get(q.row(), q.sample());
                                case Quantity.Gradient(Quantity.Weight w) -> of(gradients, w);
                                case Quantity.Weight w -> of(fixed.network(), w);
                                case Quantity.NewWeight(Quantity.Weight w) -> of(after, w);
                                case Quantity.Change(Quantity.Weight w) -> of(after, w) - of(fixed.network(), w);
                                default -> grid.value(row, column);
                            };
                    assertThat(grid.value(row, column)).as(of.toString()).isEqualTo(expected, within(1e-12));
                }
            }
        }
        assertThat(numbers).isGreaterThan(300);
    }

    /// Keras rounds the mean of a loss and the hyperbolic tangent to single precision; `keras-float64.json` has its
    /// numbers without that, see src/docs/decisions/0006-keras-in-double.md.
    @ParameterizedTest
    @FieldSource("TITLES")
    void the_gradients_that_are_shown_are_those_of_keras(String title) {
        assertAreOfKeras(Traces.keras("keras.json", title), 2e-7);
        assertAreOfKeras(Traces.keras("keras-float64.json", title), 1e-10);
    }

    private static void assertAreOfKeras(JsonNode run, double precision) {
        Trace trace = Traces.fixed(run).first();
        List<Weights> keras = new ArrayList<>();
        run.get("first_batch_gradients").forEach(layer -> keras.add(Traces.weights(layer)));
        int compared = 0;
        for (Grid grid : grids(trace, Walk.WHOLE)) {
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++) {
                    if (grid.at().of(row, column) instanceof Quantity.Gradient(Quantity.Weight w)) {
                        Weights layer = keras.get(w.layer());
                        DMatrixRMaj expected = w.tensor() == Tensor.KERNEL ? layer.kernel() : layer.bias();
                        assertThat(grid.value(row, column))
                                .as(w.toString())
                                .isEqualTo(expected.get(w.row(), w.column()), within(precision));
                        compared++;
                    }
                }
            }
        }
        long parameters = trace.before().architecture().parameters();
        assertThat(compared).as("in gradients and in updates").isEqualTo((int) (2 * parameters));
        assertThat(trace.loss()).isEqualTo(run.get("first_batch_loss").asDouble(), within(10 * precision));
    }

    @ParameterizedTest
    @FieldSource("TITLES")
    void each_equation_ends_in_the_number_that_the_table_shows(String title) {
        Trace trace = Traces.fixed(Traces.keras("keras.json", title)).first();
        for (int sample : new int[] {Walk.WHOLE, 0, trace.width() - 1}) {
            for (Grid grid : grids(trace, sample)) {
                for (int row = 0; row < Math.min(4, grid.rows()); row++) {
                    for (int column = 0; column < Math.min(4, grid.columns()); column++) {
                        Chain chain = Chain.of(trace, grid.at().of(row, column));
                        assertThat(chain.value()).isEqualTo(grid.value(row, column));
                        assertThat(chain.equation().numbers()).endsWith(" = " + Tex.number(chain.value()));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TITLES")
    void what_is_shown_of_a_sum_adds_up_to_it(String title) {
        Trace trace = Traces.fixed(Traces.keras("keras.json", title)).first();
        for (Grid grid : grids(trace, Walk.WHOLE)) {
            Chain chain = Chain.of(trace, grid.at().of(0, 0));
            if (chain.sum() && !chain.parts().isEmpty()) {
                double sum = chain.leftValue()
                        + chain.parts().stream().mapToDouble(Chain.Part::value).sum();
                assertThat(sum).as(chain.symbol()).isEqualTo(chain.value(), within(1e-12));
            }
            assertThat(chain.parts()).hasSizeLessThanOrEqualTo(Chain.MOST);
        }
    }

    @ParameterizedTest
    @FieldSource("TITLES")
    void every_factor_can_be_asked_for_by_its_text(String title) {
        Trace trace = Traces.fixed(Traces.keras("keras.json", title)).first();
        for (Grid grid : grids(trace, 0)) {
            Quantity quantity = grid.at().of(0, 0);
            assertThat(QuantityText.read(QuantityText.of(quantity), trace)).contains(quantity);
            Chain.of(trace, quantity).parts().stream()
                    .flatMap(part -> part.factors().stream())
                    .flatMap(link -> link.of().stream())
                    .forEach(factor -> assertThat(QuantityText.read(QuantityText.of(factor), trace))
                            .contains(factor));
        }
    }

    private static double of(Network network, Quantity.Weight w) {
        DMatrixRMaj tensor = w.tensor() == Tensor.KERNEL ? network.kernel(w.layer()) : network.bias(w.layer());
        return tensor.get(w.row(), w.column());
    }

    private static double of(Gradients gradients, Quantity.Weight w) {
        DMatrixRMaj tensor = (w.tensor() == Tensor.KERNEL ? gradients.dW() : gradients.db()).get(w.layer());
        return tensor.get(w.row(), w.column());
    }

    /// The first columns.
    private static DMatrixRMaj part(DMatrixRMaj table, int columns) {
        DMatrixRMaj part = new DMatrixRMaj(table.numRows, columns);
        for (int row = 0; row < table.numRows; row++) {
            for (int column = 0; column < columns; column++) {
                part.set(row, column, table.get(row, column));
            }
        }
        return part;
    }
}
