package org.stepback.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Architecture;
import org.stepback.nn.Forward;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.playground.setting.Input;

/// Holds the browser's forward pass against the trainer's: the weights that the page has, at some points, unit by unit.
final class ForwardCheck {
    private static final double[][] POINTS = {{0, 0}, {1.5, -2}, {-5.5, 4}, {6, 6}, {-0.3, -6}};

    /// Weights travel as floats, and the browser's sums are floats.
    private static final double RELATIVE = 2e-5;

    private ForwardCheck() {}

    @SuppressWarnings("unchecked")
    static void check(Page page) {
        var answer = (Map<String, Object>) page.evaluate(
                "points => document.querySelector('sb-playground').outputsAt(points)",
                Arrays.stream(POINTS).map(point -> List.of(point[0], point[1])).toList());
        var inputs = (List<String>) answer.get("inputs");
        var layers = (List<Map<String, Object>>) answer.get("layers");
        var weights = ((List<Number>) answer.get("weights"))
                .stream().mapToDouble(Number::doubleValue).toArray();
        var outputs = (List<List<List<Number>>>) answer.get("outputs");
        Forward forward = network(inputs.size(), layers, weights).forward(table(inputs));
        for (int layer = 0; layer < layers.size(); layer++) {
            for (int unit = 0; unit < outputs.get(layer + 1).size(); unit++) {
                for (int point = 0; point < POINTS.length; point++) {
                    double expected = forward.a().get(layer).get(unit, point);
                    assertThat(outputs.get(layer + 1).get(unit).get(point).doubleValue())
                            .as("layer %d, unit %d, point %d", layer + 1, unit + 1, point + 1)
                            .isCloseTo(expected, within(RELATIVE * (1 + Math.abs(expected))));
                }
            }
        }
    }

    private static DMatrixRMaj table(List<String> inputs) {
        DMatrixRMaj x = new DMatrixRMaj(inputs.size(), POINTS.length);
        for (int row = 0; row < inputs.size(); row++) {
            String key = inputs.get(row);
            Input input = List.of(Input.values()).stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow();
            for (int point = 0; point < POINTS.length; point++) {
                x.set(row, point, input.of(POINTS[point][0], POINTS[point][1]));
            }
        }
        return x;
    }

    private static Network network(int inputs, List<Map<String, Object>> layers, double[] numbers) {
        List<Layer> dense = new ArrayList<>();
        List<Weights> weights = new ArrayList<>();
        int before = inputs;
        int at = 0;
        for (Map<String, Object> layer : layers) {
            int units = ((Number) layer.get("units")).intValue();
            dense.add(new Dense(
                    units, Activation.named((String) layer.get("activation")).orElseThrow()));
            DMatrixRMaj kernel = new DMatrixRMaj(units, before);
            System.arraycopy(numbers, at, kernel.data, 0, units * before);
            at += units * before;
            DMatrixRMaj bias = new DMatrixRMaj(units, 1);
            System.arraycopy(numbers, at, bias.data, 0, units);
            at += units;
            weights.add(new Weights(kernel, bias));
            before = units;
        }
        return Network.of(new Architecture(inputs, dense), weights);
    }
}
