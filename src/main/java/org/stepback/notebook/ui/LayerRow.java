package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;
import org.stepback.notebook.FieldJson;
import org.stepback.notebook.LayerJson;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;
import org.stepback.ui.field.NativeSelect;
import tools.jackson.databind.JsonNode;

/// One layer of a network cell: its kind, the settings that must be given, and the rest folded away. The row stays
/// while layers come and go after it.
final class LayerRow extends Div {
    private static final String FIELD = "layers";

    private final Workbench bench;
    private final String cell;
    private final CellForm form;
    private final int index;
    private final Span name = Styled.span("layer-name", "");
    private final NativeButton remove;
    private final Div main = Styled.div("layer-settings");
    private final Div folded = Styled.div("cell-fields");
    private final NativeDetails more = new NativeDetails("More settings", folded);
    private final boolean removable;
    private String drawn = "";

    /// @param index of the layer, 0 = the first
    LayerRow(Workbench bench, String cell, CellForm form, int index) {
        this.bench = bench;
        this.cell = cell;
        this.form = form;
        this.index = index;
        this.removable = form.isEditable(FIELD);
        remove = Styled.button(
                "button quiet-button",
                "Remove",
                () -> bench.change(cell, FIELD, list -> FieldJson.remove(list, index)));
        more.addClassName("more-settings");
        more.setOpen(LayerJson.usesMore(layer()));
        addClassName("layer");
        add(name, main, remove, more);
    }

    /// @param output whether it is the network's last layer, which has to stay
    void show(boolean output) {
        String words = output ? "Output layer" : "Hidden layer " + (index + 1);
        name.setText(words);
        remove.getElement().setAttribute("aria-label", "Remove " + words.toLowerCase(Locale.ROOT));
        remove.setVisible(removable && !output);
        String needed = output + " " + shape();
        if (!needed.equals(drawn)) {
            drawn = needed;
            draw(output);
        }
    }

    /// Forgets the controls, as the row leaves the page.
    void forget() {
        Stream.concat(main.getChildren(), folded.getChildren()).forEach(form::forget);
    }

    private JsonNode layer() {
        return bench.field(cell, FIELD).path(index);
    }

    /// Two layers of one shape are edited by the same controls.
    private String shape() {
        JsonNode layer = layer();
        return LayerJson.kind(layer) + " " + LayerJson.chosen(layer, "kernel_regularizer") + " "
                + LayerJson.chosen(layer, "bias_regularizer");
    }

    private void draw(boolean output) {
        List<Component> shown = new ArrayList<>();
        List<Component> hidden = new ArrayList<>();
        String kind = LayerJson.kind(layer());
        if (!(output && kind.equals(Layer.ALL.getFirst().name()))) { // what a last layer is, nearly always
            shown.add(kindPicker());
        }
        Layer.named(kind).ifPresent(layer -> layer.hyperparameters()
                .forEach(setting -> draw(setting, layer, setting.required() ? shown : hidden)));
        form.arrange(main, shown);
        form.arrange(folded, hidden);
        more.setVisible(!hidden.isEmpty());
    }

    private NativeSelect kindPicker() {
        return form.choice(
                "layers.kind." + index,
                "Kind",
                Layer.ALL.stream().map(Layer::name).toList());
    }

    private void draw(Hyperparameter setting, Layer layer, List<Component> into) {
        String place = "layers[" + index + "]." + layer.name() + "." + setting.name();
        String words = SettingWords.of(setting.name());
        switch (setting) {
            case Hyperparameter.Flag flag -> {
                form.usual(place, flag.value().toString());
                into.add(form.flag(place, words));
            }
            case Hyperparameter.Choice choice -> draw(choice, place, words, into);
            case Hyperparameter.Number number -> {
                form.usual(place, setting.required() ? "" : number.value().toString());
                var box = form.number(place, words);
                if (number.whole()) {
                    box.setSteppers(1, Dense.MAX_UNITS);
                }
                into.add(box);
            }
            case Hyperparameter.Maybe _, Hyperparameter.Numbers _ -> into.add(form.number(place, words));
        }
    }

    private void draw(Hyperparameter.Choice choice, String place, String words, List<Component> into) {
        List<String> names = choice.all().stream().map(Named::name).toList();
        if (choice.required()) {
            into.add(form.choice(place, words, names));
            return;
        }
        String chosen = LayerJson.chosen(layer(), choice.name());
        into.add(form.choice(
                "layers." + choice.name() + "." + index,
                words,
                Stream.concat(Stream.of(LayerJson.NONE), names.stream()).toList()));
        choice.all().stream()
                .filter(thing -> thing.name().equals(chosen) && thing instanceof Tunable)
                .forEach(thing -> drawSettings((Tunable) thing, place + "." + chosen, into));
    }

    /// The number of a thing with one setting stands in its place, several stand within.
    private void drawSettings(Tunable thing, String place, List<Component> into) {
        List<Hyperparameter> settings = thing.hyperparameters();
        for (Hyperparameter setting : settings) {
            into.add(form.number(
                    settings.size() == 1 ? place : place + "." + setting.name(),
                    SettingWords.of(setting.name()) + " strength"));
        }
    }
}
