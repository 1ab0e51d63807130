package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.data.Dataset;
import org.stepback.data.Split;
import org.stepback.playground.setting.PlaygroundState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tensorflow-playground.json` holds what TensorFlow Playground's own nn.ts computes; `playground.mjs` wrote it.
@DisplayName("A playground computes what TensorFlow Playground computes")
class TensorFlowPlaygroundTest {
    private static final JsonNode GOLDEN = JsonMapper.shared()
            .readTree(TensorFlowPlaygroundTest.class.getResourceAsStream("/golden/tensorflow-playground.json"));

    static Stream<JsonNode> runs() {
        return GOLDEN.get("runs").valueStream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    @DisplayName("weights, loss and cut links after some epochs")
    void run(JsonNode golden) {
        PlaygroundEngine engine = new PlaygroundEngine(setup(golden));
        setWeights(engine, row(golden.get("start")));
        PlaygroundEngineTest.epochs(engine, golden.get("epochs").asInt());
        Snapshot end = engine.snapshot();
        double[] expected = row(golden.get("end"));
        assertThat(end.weights()).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(end.weights()[i]).as("weight %d", i).isCloseTo(expected[i], within(1e-10));
        }
        assertThat(end.training().loss()).isCloseTo(golden.get("loss").asDouble(), within(1e-10));
        assertThat(end.cut().cardinality()).isEqualTo(golden.get("cut").asInt());
    }

    private static Setup setup(JsonNode golden) {
        PlaygroundState state = PlaygroundEngineTest.state("data=%s&batch=%s&hidden=%s&lr=%s&reg=%s&rate=%s"
                .formatted(
                        golden.get("output").asString().equals("linear") ? "plane" : "circle",
                        golden.get("batch"),
                        hidden(golden),
                        golden.get("learningRate"),
                        golden.get("regularization").asString(),
                        golden.get("rate")));
        Setup setup = Setup.of(state);
        Dataset table = table(golden);
        return new Setup(
                state, setup.training(), setup.test(), new Split(table, table), setup.architecture(), setup.settings());
    }

    private static String hidden(JsonNode golden) {
        String activation = golden.get("activation").asString();
        String layers = String.join(
                ",",
                golden.get("shape")
                        .valueStream()
                        .map(units -> units + activation)
                        .toList());
        return layers.isEmpty() ? "none" : layers;
    }

    private static Dataset table(JsonNode golden) {
        JsonNode points = GOLDEN.get("points");
        DMatrixRMaj x = new DMatrixRMaj(2, points.size());
        for (int i = 0; i < points.size(); i++) {
            x.set(0, i, points.get(i).get(0).asDouble());
            x.set(1, i, points.get(i).get(1).asDouble());
        }
        DMatrixRMaj y = new DMatrixRMaj(1, points.size(), true, row(golden.get("labels")));
        return new Dataset(x, y, List.of("x", "y"), List.of());
    }

    private static void setWeights(PlaygroundEngine engine, double[] weights) {
        Layout layout = engine.snapshot().setup().layout();
        layout.forEach((index, layer, unit, input, _) -> engine.set(layer, unit, input, weights[index]));
    }

    private static double[] row(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
