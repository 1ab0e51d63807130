package org.stepback.playground.ui;

import java.util.List;
import java.util.stream.Stream;
import org.stepback.nn.Evaluation;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.layer.Layer;
import org.stepback.number.PackedNumbers;
import org.stepback.playground.PlaygroundRun;
import org.stepback.playground.PlaygroundSweep;
import org.stepback.playground.Setup;
import org.stepback.playground.Snapshot;
import org.stepback.playground.setting.Controls;
import org.stepback.playground.setting.Input;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.Samples;
import org.stepback.training.ui.LessonPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes messages to the browser: the settings, then a setup whenever it is another one, then frames of it.
final class Messages {
    private Messages() {}

    /// Returns every setting as text, and what follows from them.
    static ObjectNode settings(PlaygroundState state) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode texts = message.putObject("texts");
        PlaygroundSettings.ALL.forEach(setting -> texts.put(setting.key(), state.text(setting)));
        message.put("link", PlaygroundLink.write(state));
        message.put("problem", state.problem().key());
        message.put("loss", Setup.loss(state).name());
        Stream<String> gone = Controls.ALL.stream().filter(control -> !Controls.isShown(state, control));
        message.set("gone", json(gone.toList()));
        return message;
    }

    /// Returns the points, and the shape of the network.
    static ObjectNode setup(Setup setup) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        List<Input> inputs = setup.state().get(PlaygroundSettings.INPUTS);
        message.set("inputs", json(inputs.stream().map(Input::key).toList()));
        ArrayNode layers = message.putArray("layers");
        int units = setup.architecture().inputs();
        for (Layer layer : setup.architecture().layers()) {
            units = layer.units(units);
            layers.addObject()
                    .put("units", units)
                    .put("activation", layer.activation().name());
        }
        message.put("classes", setup.training().classes());
        message.put("training", points(setup.training()));
        message.put("test", points(setup.test()));
        message.put("batch", setup.settings().batchSize());
        return message;
    }

    /// Three numbers a point: x, y, and its class or number.
    private static String points(Samples samples) {
        double[] numbers = new double[3 * samples.size()];
        for (int i = 0; i < samples.size(); i++) {
            numbers[3 * i] = samples.x()[i];
            numbers[3 * i + 1] = samples.y()[i];
            numbers[3 * i + 2] = samples.label()[i];
        }
        return PackedNumbers.floats(numbers).base64();
    }

    static ObjectNode frame(PlaygroundRun.View view, Snapshot snapshot) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("network", snapshot.network())
                .put("step", snapshot.step())
                .put("epoch", snapshot.epoch())
                .put("rate", snapshot.learningRate())
                .put("playing", view.playing())
                .put("notice", snapshot.ended().isEmpty() ? view.notice() : snapshot.ended())
                .put("broken", snapshot.broken())
                .put("weights", PackedNumbers.floats(snapshot.weights()).base64());
        message.set("diagnoses", diagnoses(view.diagnoses()));
        message.set("train", evaluation(snapshot.training()));
        message.set("test", evaluation(snapshot.test()));
        message.set("cut", json(snapshot.cut().stream().toArray()));
        snapshot.matrix().ifPresent(matrix -> message.set("matrix", json(matrix.counts())));
        return message;
    }

    /// For each network its value and its losses, epoch by epoch.
    static ArrayNode sweep(List<PlaygroundSweep.Result> results) {
        ArrayNode message = JsonNodeFactory.instance.arrayNode();
        for (PlaygroundSweep.Result result : results) {
            ObjectNode lane = message.addObject().put("value", result.value()).put("over", result.over());
            ArrayNode moments = lane.putArray("moments");
            for (PlaygroundSweep.Moment moment : result.moments()) {
                ObjectNode losses = moments.addObject().put("step", moment.epoch());
                put(losses, "train", moment.training());
                put(losses, "test", moment.test());
            }
        }
        return message;
    }

    private static ArrayNode diagnoses(List<Diagnosis> found) {
        ArrayNode message = JsonNodeFactory.instance.arrayNode();
        for (Diagnosis diagnosis : found) {
            message.addObject()
                    .put("title", diagnosis.title())
                    .put("layer", diagnosis.layer())
                    .put("evidence", diagnosis.evidence())
                    .put("why", diagnosis.why())
                    .put("remedy", diagnosis.remedy())
                    .put("lesson", LessonPart.on(diagnosis).title());
        }
        return message;
    }

    private static ObjectNode evaluation(Evaluation evaluation) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        put(message, "loss", evaluation.loss());
        put(message, "accuracy", evaluation.accuracy());
        return message;
    }

    static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    /// JSON knows no NaN and no infinity: they are left out.
    private static void put(ObjectNode message, String name, double value) {
        if (Double.isFinite(value)) {
            message.put(name, value);
        }
    }
}
