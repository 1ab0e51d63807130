package org.stepback.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.loss.ClassCrossentropy;
import org.stepback.nn.loss.ColumnLoss;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Sgd;

/// One notation in all texts of all stages: over every loss, activation and optimizer, with batches of one sample
/// and of several, and with one unit, input and output and with several.
class NotationTest {
    /// "Each of the 1 unit", "its 1 input".
    private static final Pattern COUNTED_ONE =
            Pattern.compile("\\b(the|its|all|over) 1 [a-z]+", Pattern.CASE_INSENSITIVE);

    /// A letter of a layer without its layer in square brackets.
    private static final Pattern WITHOUT_LAYER =
            Pattern.compile("(?<![a-zA-Z\\\\])([wbza]|\\\\delta|\\\\gamma|\\\\beta)(_|\\^\\{\\()");

    private static final Pattern TWICE = Pattern.compile("= (\\S+) = \\1$");

    static final List<Case> CASES = Stream.of(1, 3)
            .flatMap(batch -> Stream.of(
                            Loss.ALL.stream()
                                    .flatMap(loss -> Stream.of(1, 3).map(outputs -> Case.of(loss, outputs, batch))),
                            Activation.ALL.stream().map(f -> Case.of(f, batch)),
                            Optimizer.ALL.stream().map(rule -> Case.of(rule, batch)),
                            Stream.of(new Dropout(0.5), new LayerNormalization(), new BatchNormalization())
                                    .map(layer -> Case.of(layer, batch)))
                    .flatMap(each -> each))
            .toList();

    record Case(String name, int inputs, List<Layer> layers, Loss loss, Optimizer rule, int batch) {
        static Case of(Loss loss, int outputs, int batch) {
            boolean classes = loss instanceof ClassCrossentropy;
            Activation last = classes
                    ? new Activation.Softmax()
                    : loss.name().endsWith("hinge") ? Activation.LINEAR : new Activation.Sigmoid();
            int units = classes ? 3 : loss instanceof ColumnLoss ? Math.max(2, outputs) : outputs;
            return new Case(
                    loss.name() + " of " + units + " outputs",
                    outputs == 1 ? 1 : 2,
                    List.of(new Dense(outputs == 1 ? 1 : 2, new Activation.Tanh()), new Dense(units, last)),
                    loss,
                    new Sgd(),
                    batch);
        }

        static Case of(Activation f, int batch) {
            List<Layer> layers =
                    f.name().endsWith("softmax") ? List.of(new Dense(2, f)) : List.of(new Dense(2, f), new Dense(1, f));
            return new Case(f.name(), 2, layers, new Loss.MeanSquaredError(), new Sgd(), batch);
        }

        static Case of(Optimizer rule, int batch) {
            List<Layer> layers = List.of(new Dense(1, Activation.LINEAR));
            return new Case(rule.name(), 1, layers, new Loss.MeanSquaredError(), rule, batch);
        }

        static Case of(Layer layer, int batch) {
            List<Layer> layers = List.of(new Dense(2, new Activation.Relu()), layer, new Dense(1, Activation.LINEAR));
            return new Case(layer.name(), 2, layers, new Loss.MeanSquaredError(), new Sgd(), batch);
        }

        Trace trace() {
            Network network = Network.initialized(new Architecture(inputs, layers), new Initializer.GlorotUniform(), 1);
            DMatrixRMaj x = new DMatrixRMaj(inputs, 3);
            for (int i = 0; i < x.getNumElements(); i++) {
                x.set(i, 0.4 * i - 0.7);
            }
            int outputs = network.architecture().output().units();
            boolean indices = loss.name().startsWith("sparse");
            DMatrixRMaj y = new DMatrixRMaj(indices ? 1 : outputs, 3);
            CommonOps_DDRM.fill(y, loss.name().contains("percentage") ? 0.5 : 0);
            for (int sample = 0; sample < 3; sample++) {
                y.set(indices ? 0 : sample % outputs, sample, indices ? sample : 1);
            }
            return new Traces.Fixed(network, new TrainerSettings(loss, rule.at(0.1), batch, false, 0), x, y).first();
        }

        @Override
        public String toString() {
            return name + ", batches of " + batch;
        }
    }

    @Test
    void all_kinds_are_walked_through() {
        assertThat(CASES).hasSize(2 * (2 * Loss.ALL.size() + Activation.ALL.size() + Optimizer.ALL.size() + 3));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void every_text_keeps_to_it(Case of) {
        Trace trace = of.trace();
        for (Stage stage : Stage.of(trace.before().architecture())) {
            for (int sample = Walk.WHOLE; sample < 1; sample++) {
                Scene scene = Scene.of(trace, stage, sample, 1, 1);
                assertWords(scene);
                assertThat(scene.rule())
                        .as(stage + ": an equation has two sides")
                        .matches("|.*(=|leftarrow).*");
                assertEquation(Chain.of(trace, scene.focus()));
                for (Grid grid : scene.grids()) {
                    assertThat(grid.name()).doesNotContainPattern("^[WbZA]$");
                    for (Quantity quantity : corner(grid)) {
                        assertEquation(Chain.of(trace, quantity));
                    }
                }
            }
        }
    }

    private static void assertWords(Scene scene) {
        List<String> texts = new ArrayList<>(scene.sentences());
        texts.add(scene.title());
        for (String text : texts) {
            assertThat(text).doesNotContainPattern(COUNTED_ONE);
            assertThat(text).doesNotContain("has its say", "learnt", "any more", "a way of");
        }
        scene.sentences().forEach(sentence -> assertThat(sentence).endsWith("."));
    }

    private static void assertEquation(Chain chain) {
        String symbols = chain.equation().symbols();
        String numbers = chain.equation().numbers();
        assertThat(numbers).startsWith(chain.symbol() + " = ").doesNotContainPattern(TWICE);
        assertThat(symbols).doesNotContainPattern(WITHOUT_LAYER);
        chain.parts().forEach(part -> part.factors().forEach(factor -> {
            assertThat(factor.of().isEmpty() ? "" : factor.symbol()).doesNotContainPattern(WITHOUT_LAYER);
        }));
    }

    private static List<Quantity> corner(Grid grid) {
        List<Quantity> found = new ArrayList<>();
        for (int row = 0; row < Math.min(3, grid.rows()); row++) {
            for (int column = 0; column < Math.min(3, grid.columns()); column++) {
                found.add(grid.at().of(row, column));
            }
        }
        return found;
    }
}
