package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stepback.exercise.Cell;
import org.stepback.exercise.read.CellJson;
import org.stepback.nn.Architecture;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.notebook.FieldJson;
import org.stepback.number.NumberText;
import org.stepback.ui.SaveState;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;
import tools.jackson.databind.JsonNode;

/// A network cell: its layers from the input on, and what its weights start as.
final class NetworkPanel extends CellPanel {
    private static final Layer NEW_LAYER = new Dense(4, Activation.named("relu").orElseThrow());

    private final CellForm form;
    private final Div layers = Styled.div("layers");
    private final Paragraph summary = Styled.paragraph("quiet", "");
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
        fill(layers, start(cell), summary);
        bench.onChange(this::show);
        show();
    }

    private Div start(Cell.Net cell) {
        var controls = Styled.div("cell-fields");
        if (cell.weights().isEmpty()) {
            controls.add(
                    form.choice(
                            "initializer",
                            SettingWords.of("initializer"),
                            Initializer.ALL.stream().map(Initializer::name).toList()),
                    form.number("seed", "Seed"));
        } else {
            controls.add(new WeightTables(cell.weights()));
        }
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
        summary.setText(summary());
    }

    private static JsonNode withOneMore(JsonNode list) {
        return FieldJson.insert(list, Math.max(0, list.size() - 1), CellJson.layer(NEW_LAYER));
    }

    private String summary() {
        var cell = (Cell.Net) bench.cell(id);
        var data = (Cell.Data) bench.cell(cell.input());
        int inputs = bench.notebook().exercise().shape(data).inputs();
        String chain = cell.layers().stream()
                .map(NetworkPanel::words)
                .collect(Collectors.joining(" → ", inputs + (inputs == 1 ? " input → " : " inputs → "), ""));
        return chain + ": " + NumberText.grouped(cell.architecture(inputs).parameters()) + " parameters.";
    }

    private static String words(Layer layer) {
        return switch (layer) {
            case Dense dense -> dense.units() + " " + dense.activation().name();
            case ActivationLayer activation -> activation.activation().name();
            default -> layer.name().replace('_', ' ');
        };
    }
}
