package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.notebook.FieldJson;
import org.stepback.number.NumberText;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;
import tools.jackson.databind.JsonNode;

/// The controls of a train cell's loss: which it is, and the settings that it has of its own. Smoothing the labels,
/// which several losses can, is folded away with the [TrainExtras].
final class LossFields {
    private static final String FIELD = "loss";
    private static final String SMOOTHING = "label_smoothing";

    private final Workbench bench;
    private final String cell;
    private final CellForm form;
    private final Div main = Styled.div("cell-fields");
    private String drawn = "";

    LossFields(Workbench bench, String cell, CellForm form) {
        this.bench = bench;
        this.cell = cell;
        this.form = form;
    }

    Component main() {
        return main;
    }

    String name() {
        return FieldJson.name(field());
    }

    private JsonNode field() {
        return bench.field(cell, FIELD);
    }

    /// Draws the controls that the stored loss needs, unless they stand there already.
    void show() {
        String needed = "of " + name();
        if (!needed.equals(drawn)) {
            drawn = needed;
            List<Component> shown = new ArrayList<>();
            shown.add(
                    form.choice(FIELD, "Loss", Loss.ALL.stream().map(Loss::name).toList()));
            settings().stream()
                    .filter(setting -> !setting.name().equals(SMOOTHING))
                    .forEach(setting -> shown.add(control(setting)));
            form.arrange(main, shown);
        }
    }

    /// Returns the controls with which the loss smooths its labels; none for most losses.
    List<Component> smoothing() {
        return settings().stream()
                .filter(setting -> setting.name().equals(SMOOTHING))
                .map(this::control)
                .toList();
    }

    /// Returns whether the labels are smoothed, or somebody tried.
    boolean smooths() {
        return field().path(name()).has(SMOOTHING);
    }

    private List<Hyperparameter> settings() {
        return Loss.named(name()).map(Loss::hyperparameters).orElse(List.of());
    }

    private static String usual(Hyperparameter setting) {
        return setting instanceof Hyperparameter.Number number
                ? NumberText.plain(number.value())
                : setting.value().toString();
    }

    private Component control(Hyperparameter setting) {
        String place = FIELD + ".*." + setting.name();
        form.usual(place, usual(setting));
        return setting instanceof Hyperparameter.Flag
                ? form.flag(place, SettingWords.of(setting.name()))
                : form.number(place, SettingWords.of(setting.name()));
    }
}
