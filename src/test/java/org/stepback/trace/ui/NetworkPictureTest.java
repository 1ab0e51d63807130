package org.stepback.trace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.trace.ui.NetworkPicture.Digits;
import tools.jackson.databind.node.ObjectNode;

/// What the picture of a network is sent: little, whatever the network.
class NetworkPictureTest {
    private static final DMatrixRMaj X = new DMatrixRMaj(2, 3, true, 1, -1, 0.5, 2, 0, -0.5);
    private static final DMatrixRMaj Y = new DMatrixRMaj(1, 3, true, 0, 1, 1);

    private static Network network(int layers, int units) {
        List<Layer> all = new ArrayList<>();
        IntStream.range(1, layers).forEach(_ -> all.add(new Dense(units, new Activation.Relu())));
        all.add(new Dense(1, new Activation.Sigmoid()));
        return Network.initialized(new Architecture(2, all), new Initializer.GlorotUniform(), 1);
    }

    private static ObjectNode json(Network network, double[] plane, Digits digits) {
        NetworkMoment moment = NetworkMoment.of(network, new Loss.BinaryCrossentropy(), X, Y);
        return JacksonUtils.beanToJson(new NetworkPicture(moment, -1, plane, digits).message());
    }

    @Test
    void of_a_deep_and_wide_network_ten_layers_of_sixteen_units_are_sent() {
        ObjectNode json = json(network(14, 40), new double[0], Digits.FEW_WEIGHTS);
        assertThat(json.get("columns").size()).isEqualTo(11);
        assertThat(json.get("gap").asInt()).isEqualTo(4);
        assertThat(json.get("columns").get(1).get("units").asInt()).isEqualTo(40);
        assertThat(json.toString()).as("once in 3 s, at 6 kB a second").hasSizeLessThan(18_000);
    }

    @Test
    void of_a_run_those_links_alone_are_sent_that_are_drawn() {
        ObjectNode weights = json(network(2, 3), new double[0], Digits.FEW_WEIGHTS);
        assertThat(weights.get("columns").get(1).has("weights")).isTrue();
        assertThat(weights.get("columns").get(1).has("gradients")).isFalse();
        ObjectNode gradients = json(network(2, 3), new double[0], Digits.FEW_GRADIENTS);
        assertThat(gradients.get("columns").get(1).has("weights")).isFalse();
        assertThat(gradients.get("columns").get(1).has("gradients")).isTrue();
    }

    @Test
    void a_unit_that_gives_nothing_for_every_sample_is_dead() {
        Network network = network(2, 3);
        network.kernel(0).set(1, 0, 0);
        network.kernel(0).set(1, 1, 0);
        network.bias(0).set(1, 0, -1);
        ObjectNode json = json(network, new double[0], Digits.FEW_WEIGHTS);
        assertThat(json.get("columns").get(1).get("dead").toString()).contains("1");
        network.bias(0).set(1, 0, 1);
        assertThat(json(network, new double[0], Digits.FEW_WEIGHTS)
                        .get("columns")
                        .get(1)
                        .get("dead")
                        .toString())
                .doesNotContain("1");
    }

    @Test
    void heat_maps_are_sent_where_they_are_asked_for() {
        assertThat(json(network(2, 3), new double[] {-1, 1, -1, 1}, Digits.FEW_WEIGHTS)
                        .get("side")
                        .asInt())
                .isPositive();
        assertThat(json(network(2, 3), new double[0], Digits.FEW_WEIGHTS)
                        .get("side")
                        .asInt())
                .isZero();
    }
}
