package org.stepback.playground.ui;

import java.util.ArrayList;
import java.util.List;
import org.stepback.nn.layer.Layer;
import org.stepback.number.PackedNumbers;
import org.stepback.playground.Setup;
import org.stepback.playground.setting.Input;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.Samples;
import org.stepback.ui.Message;

/// The samples, and the shape of the network.
///
/// @param training base64 of floats, three a sample: x₁, x₂, and its class or number; `test` likewise
record SetupMessage(List<String> inputs, List<LayerShape> layers, int classes, String training, String test, int batch)
        implements Message {
    record LayerShape(int units, String activation) implements Message {}

    static SetupMessage of(Setup setup) {
        List<LayerShape> layers = new ArrayList<>();
        int units = setup.architecture().inputs();
        for (Layer layer : setup.architecture().layers()) {
            units = layer.units(units);
            layers.add(new LayerShape(units, layer.activation().name()));
        }
        return new SetupMessage(
                setup.state().get(PlaygroundSettings.INPUTS).stream()
                        .map(Input::key)
                        .toList(),
                layers,
                setup.training().classes(),
                packed(setup.training()),
                packed(setup.test()),
                setup.settings().batchSize());
    }

    private static String packed(Samples samples) {
        double[] numbers = new double[3 * samples.size()];
        for (int i = 0; i < samples.size(); i++) {
            numbers[3 * i] = samples.x()[i];
            numbers[3 * i + 1] = samples.y()[i];
            numbers[3 * i + 2] = samples.label()[i];
        }
        return PackedNumbers.floats(numbers).base64();
    }
}
