package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.stepback.exercise.Cell;
import org.stepback.exercise.read.CellJson;
import org.stepback.nn.Architecture;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.notebook.FieldJson;
import org.stepback.ui.SaveState;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;
import tools.jackson.databind.JsonNode;

/// A network cell: its layers from the input on, and what its weights start as.
final class NetworkPanel extends CellPanel {
    private static final List<String> FIELDS = List.of("layers", "initializer", "seed");
    private static final Layer NEW_LAYER = new Dense(4, Activation.named("relu").orElseThrow());

    private final CellForm form;
    private final Div layers = Styled.div("layers");
    private final Paragraph summary = Styled.paragraph("quiet", "");
    private final SettingsFold locked = new SettingsFold();
    private final boolean fixed;
    private final List<LayerRow> rows = new ArrayList<>();
    private final NativeButton add;
    private final Span full = Styled.span("quiet", "A network has at most " + Architecture.MAX_LAYERS + " layers.");

    NetworkPanel(Workbench bench, SaveState saveState, Cell.Net cell) {
        super(bench, cell.id(), "Network", "");
        this.form = new CellForm(bench, saveState, id);
        this.add = Styled.button(
                "button", "Add a hidden layer", () -> bench.change(id, "layers", NetworkPanel::withOneMore));
        if (form.isEditable("layers")) {
            layers.add(add, full);
        }
        fixed = FIELDS.stream().noneMatch(form::isEditable);
        Component start = start(cell);
        if (fixed) {
            locked.fields().add(layers);
            fill(locked);
            if (!cell.weights().isEmpty()) {
                fill(start);
            }
        } else {
            fill(layers, start, summary);
        }
        bench.onChange(this::show);
        show();
    }

    /// Returns what the weights start as. Numbers that the author gives are to be read, so they are not folded away.
    private Component start(Cell.Net cell) {
        if (!cell.weights().isEmpty()) {
            return new WeightTables(cell.weights());
        }
        Div controls = fixed ? locked.more() : Styled.div("cell-fields");
        controls.add(
                form.choice(
                        "initializer",
                        SettingWords.of("initializer"),
                        Initializer.ALL.stream().map(Initializer::name).toList()),
                form.number("seed", "Seed"));
        return controls;
    }

    private void show() {
        int wanted = bench.field(id, "layers").size();
        while (rows.size() > wanted) {
            LayerRow row = rows.removeLast();
            layers.remove(row);
            row.forget();
        }
        while (rows.size() < wanted) {
            var row = new LayerRow(bench, id, form, rows.size());
            layers.addComponentAtIndex(rows.size(), row);
            rows.add(row);
        }
        for (LayerRow row : rows) {
            row.show(row == rows.getLast());
        }
        add.setEnabled(wanted < Architecture.MAX_LAYERS);
        full.setVisible(wanted >= Architecture.MAX_LAYERS);
        form.refresh();
        var cell = (Cell.Net) bench.cell(id);
        var data = (Cell.Data) bench.cell(cell.input());
        String words =
                CellWords.of(cell, bench.notebook().exercise().shape(data).inputs());
        summary.setText(words);
        locked.show(words);
    }

    private static JsonNode withOneMore(JsonNode list) {
        return FieldJson.insert(list, Math.max(0, list.size() - 1), CellJson.layer(NEW_LAYER));
    }
}
