package org.stepback.notebook;

import org.stepback.exercise.read.CellText;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.number.NumberText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The field `loss` as a page's controls change it: a name, or a name with settings.
public final class LossJson {
    private LossJson() {}

    /// The name of the loss, such as `huber`, known or not.
    public static String name(JsonNode loss) {
        if (!loss.isObject()) {
            return loss.asString("");
        }
        return loss.isEmpty() ? "" : loss.propertyNames().iterator().next();
    }

    /// What a setting is as Keras has it, as a person would type it.
    public static String usual(Hyperparameter setting) {
        return setting instanceof Hyperparameter.Number number
                ? NumberText.plain(number.value())
                : setting.value().toString();
    }

    /// The loss with something typed for a setting; the others are as they were, or as usual.
    ///
    /// @throws java.util.NoSuchElementException where the loss has no such setting
    static JsonNode with(JsonNode loss, String setting, String typed) {
        Loss known = Loss.named(name(loss)).orElseThrow();
        known.hyperparameters().stream()
                .map(Hyperparameter::name)
                .filter(setting::equals)
                .findFirst()
                .orElseThrow();
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        if (loss.path(known.name()) instanceof ObjectNode stored) {
            settings.setAll(stored);
        }
        settings.set(setting, CellText.value(typed));
        return JsonNodeFactory.instance.objectNode().set(known.name(), settings);
    }
}
