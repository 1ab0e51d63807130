package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Tunable;
import org.stepback.notebook.FieldJson;
import org.stepback.notebook.OptimizerJson;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;
import org.stepback.ui.field.NativeSelect;
import tools.jackson.databind.JsonNode;

/// The controls of a train cell's optimizer: those that a lesson is about in [#main], the rest folded away in [#more].
///
/// The settings of a schedule stand in `main` in place of the learning rate, and so does a weight decay that makes the
/// optimizer what it is. What is folded away is Keras's usual; where something else is at work, the fold is open.
final class OptimizerFields {
    private static final String FIELD = "optimizer";

    private final Workbench bench;
    private final String cell;
    private final CellForm form;
    private final Div main = Styled.div("cell-fields");
    private final Div folded = Styled.div("cell-fields");
    private final NativeButton addPiece = button("Add a rate", OptimizerJson::withPiece);
    private final NativeButton removePiece = button("Remove the last rate", OptimizerJson::withoutPiece);
    private final List<Component> shown = new ArrayList<>();
    private final List<Component> hidden = new ArrayList<>();
    private final NativeDetails more = new NativeDetails("More settings", folded);
    private String drawn = "";

    OptimizerFields(Workbench bench, String cell, CellForm form) {
        this.bench = bench;
        this.cell = cell;
        this.form = form;
        more.addClassName("more-settings");
        more.setOpen(OptimizerJson.usesMore(bench.field(cell, FIELD)));
    }

    Component main() {
        return main;
    }

    Component more() {
        return more;
    }

    /// Draws the controls that the stored optimizer needs, unless they stand there already.
    void show() {
        JsonNode optimizer = bench.field(cell, FIELD);
        String needed = OptimizerJson.shape(optimizer);
        if (!needed.equals(drawn)) {
            drawn = needed;
            draw(optimizer);
        }
    }

    private void draw(JsonNode optimizer) {
        shown.clear();
        hidden.clear();
        String name = FieldJson.name(optimizer);
        shown.add(picker(FIELD, "Optimizer", Optimizer.ALL));
        Optimizer.named(name).ifPresent(rule -> drawSettings(optimizer, rule, FIELD + ".*."));
        form.arrange(main, shown);
        form.arrange(folded, hidden);
        more.setVisible(!hidden.isEmpty());
    }

    private void drawSettings(JsonNode optimizer, Optimizer rule, String place) {
        String schedule = OptimizerJson.schedule(optimizer);
        drawRate(schedule, OptimizerJson.pieces(optimizer), place + "learning_rate");
        rule.hyperparameters()
                .forEach(
                        setting -> drawSetting(setting, place, OptimizerJson.isPlain(setting.name()) ? shown : hidden));
        drawNumber("weight_decay", place, rule.defaultWeightDecay() > 0 ? shown : hidden);
        String clipping = OptimizerJson.clipping(optimizer);
        hidden.addAll(List.of(
                picker("optimizer.schedule", "Learning rate over time", Schedule.ALL),
                picker("optimizer.clipping", "Gradient clipping", Clipping.ALL)));
        if (!clipping.equals(Clipping.ALL.getFirst().name())) {
            drawNumber(clipping, place, hidden);
        }
    }

    private void drawRate(String schedule, int pieces, String place) {
        if (schedule.equals(Schedule.ALL.getFirst().name())) {
            shown.add(form.number(place, SettingWords.of("learning_rate")));
        } else if (pieces > 0) {
            drawPieces(pieces, place + "." + schedule + ".");
        } else {
            Schedule.named(schedule).ifPresent(known -> known.hyperparameters()
                    .forEach(setting -> drawSetting(setting, place + "." + schedule + ".", shown)));
        }
    }

    /// Learning rate 1, until step, learning rate 2, …
    private void drawPieces(int pieces, String place) {
        for (int piece = 0; piece < pieces; piece++) {
            shown.add(form.number(place + "values[" + piece + "]", "Learning rate " + (piece + 1)));
            if (piece < pieces - 1) {
                shown.add(form.number(place + "boundaries[" + piece + "]", "until step"));
            }
        }
        if (form.isEditable(FIELD)) {
            addPiece.setEnabled(pieces < OptimizerJson.MOST_PIECES);
            removePiece.setEnabled(pieces > 2);
            shown.addAll(List.of(addPiece, removePiece));
        }
    }

    private void drawSetting(Hyperparameter setting, String place, List<Component> into) {
        if (setting instanceof Hyperparameter.Flag) {
            into.add(form.flag(place + setting.name(), SettingWords.of(setting.name())));
        } else {
            drawNumber(setting.name(), place, into);
        }
    }

    private void drawNumber(String name, String place, List<Component> into) {
        into.add(form.number(place + name, SettingWords.of(name)));
    }

    private NativeButton button(String text, UnaryOperator<JsonNode> change) {
        var button = Styled.button("button quiet-button", text, () -> bench.change(cell, FIELD, change));
        return button;
    }

    private NativeSelect picker(String place, String label, List<? extends Tunable> all) {
        return form.choice(place, label, all.stream().map(Tunable::name).toList());
    }
}
