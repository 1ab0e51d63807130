package org.stepback.notebook;

import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.exercise.read.CellText;
import org.stepback.nn.loss.Loss;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The place that a control of a cell is about. It lies in a field and is written as problems name it
/// (`layers[1].dense.units`), a setting of whichever optimizer or loss there is (`optimizer.*.learning_rate`,
/// `loss.*.delta`), or what a picker exchanges: `optimizer`, `optimizer.schedule`, `optimizer.clipping`,
/// `layers.kind.0`, `layers.kernel_regularizer.0`, or switches on: `early_stopping`, `class_weight`.
public final class FieldPath {
    /// The whole text of a cell.
    public static final String TEXT = "text";

    private static final Pattern LAYER = Pattern.compile("layers\\.([a-z_]{1,40})\\.(\\d{1,3})");
    private static final String KIND = "kind";
    private static final String ANY_RULE = "optimizer.*.";
    private static final String ANY_LOSS = "loss.*.";

    private FieldPath() {}

    /// The field that a place lies in: its first part.
    public static String field(String place) {
        return place.split("[.\\[]", 2)[0];
    }

    /// Returns the place as problems name it: with the name of the optimizer or the loss that the field has now.
    public static String named(JsonNode field, String place) {
        if (place.startsWith(ANY_RULE)) {
            return place.replaceFirst("[*]", FieldJson.name(field));
        }
        return place.startsWith(ANY_LOSS) ? place.replaceFirst("[*]", FieldJson.name(field)) : place;
    }

    /// Returns the text that the control at a place shows; empty if nothing stands there.
    public static String text(JsonNode field, String place) {
        Matcher layer = LAYER.matcher(place);
        if (layer.matches()) {
            JsonNode at = field.path(Integer.parseInt(layer.group(2)));
            return layer.group(1).equals(KIND) ? LayerJson.kind(at) : LayerJson.chosen(at, layer.group(1));
        }
        if (TrainJson.isSwitch(place)) {
            return TrainJson.text(place, field);
        }
        return switch (place) {
            case "optimizer" -> FieldJson.name(field);
            case "optimizer.schedule" -> OptimizerJson.schedule(field);
            case "optimizer.clipping" -> OptimizerJson.clipping(field);
            case "loss" -> FieldJson.name(field);
            default -> FieldJson.text(field, named(field, place));
        };
    }

    /// Returns whether a control at the place shows something of the field's own, and not only what is usual.
    public static boolean stands(JsonNode field, String place) {
        return !text(field, place).isEmpty() || FieldJson.stands(field, named(field, place));
    }

    /// Returns the field with what was typed or picked at a place.
    ///
    /// @throws GoneException where the field has no such place, or nothing has the picked name
    public static JsonNode with(JsonNode field, String place, String typed) {
        try {
            Matcher layer = LAYER.matcher(place);
            if (layer.matches()) {
                return withLayer(field, layer.group(1), Integer.parseInt(layer.group(2)), typed);
            }
            if (TrainJson.isSwitch(place)) {
                return TrainJson.with(place, typed);
            }
            return switch (place) {
                case "optimizer" -> OptimizerJson.withRule(field, typed);
                case "optimizer.schedule" -> OptimizerJson.withSchedule(field, typed);
                case "optimizer.clipping" -> OptimizerJson.withClipping(field, typed);
                default -> set(field, place, typed);
            };
        } catch (NoSuchElementException | IllegalArgumentException | ClassCastException nowhere) {
            throw new GoneException();
        }
    }

    /// Sets a setting of the loss or the optimizer. A text that was typed while another one was picked goes to the new
    /// one, if that has the setting.
    private static JsonNode set(JsonNode field, String place, String typed) {
        if (place.startsWith(ANY_LOSS)) {
            return withLoss(field, place.substring(ANY_LOSS.length()), typed);
        }
        if (place.startsWith(ANY_RULE)
                && !OptimizerJson.knows(
                        field, place.substring(ANY_RULE.length()).split("\\.", 2)[0])) {
            throw new NoSuchElementException(place);
        }
        return FieldJson.set(field, named(field, place), typed);
    }

    /// Returns the loss with something typed for a setting; the others are as they were, or as usual.
    private static JsonNode withLoss(JsonNode loss, String setting, String typed) {
        Loss known = Loss.named(FieldJson.name(loss)).orElseThrow();
        if (known.hyperparameters().stream().noneMatch(has -> has.name().equals(setting))) {
            throw new NoSuchElementException(setting);
        }
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        if (loss.path(known.name()) instanceof ObjectNode stored) {
            settings.setAll(stored);
        }
        settings.set(setting, CellText.value(typed));
        return JsonNodeFactory.instance.objectNode().set(known.name(), settings);
    }

    private static JsonNode withLayer(JsonNode list, String setting, int index, String typed) {
        if (index >= list.size()) {
            throw new IllegalArgumentException("There is no layer " + index + ".");
        }
        return setting.equals(KIND)
                ? LayerJson.withKind(list, index, typed)
                : LayerJson.withChosen(list, index, setting, typed);
    }
}
