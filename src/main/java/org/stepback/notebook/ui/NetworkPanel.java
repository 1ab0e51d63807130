package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stepback.exercise.Cell;
import org.stepback.nn.Activation;
import org.stepback.nn.ActivationLayer;
import org.stepback.nn.Architecture;
import org.stepback.nn.Dense;
import org.stepback.nn.Initializer;
import org.stepback.nn.Layer;
import org.stepback.notebook.FieldJson;
import org.stepback.ui.SaveState;
import tools.jackson.databind.JsonNode;

/// A network cell: its layers from the input on, and what its weights start as.
final class NetworkPanel extends CellPanel {
    private static final String NEW_LAYER = "{\"dense\":{\"units\":4,\"activation\":\"relu\"}}";
    private static final int MOST_LAYERS = Architecture.MAX_LAYERS;

    private final Workbench bench;
    private final String id;
    private final CellForm form;
    private final Div layers = new Div();
    private final Paragraph summary = new Paragraph();
    private int drawnLayers = -1;

    NetworkPanel(Workbench bench, SaveState saveState, Cell.Net cell) {
        super(bench, cell.id(), "Network", "");
        this.bench = bench;
        this.id = cell.id();
        this.form = new CellForm(bench, saveState, id);
        layers.addClassName("layers");
        summary.addClassName("quiet");
        fill(layers, start(cell), summary);
        bench.onChange(this::show);
        show();
    }

    private Div start(Cell.Net cell) {
        var controls = new Div();
        controls.addClassName("cell-fields");
        if (cell.weights().isEmpty()) {
            controls.add(
                    form.choice(
                            "initializer",
                            "Weights start as",
                            Initializer.ALL.stream().map(Initializer::name).toList()),
                    form.number("seed", "Seed"));
        } else {
            controls.add(new WeightTables(cell.weights()));
        }
        return controls;
    }

    private void show() {
        JsonNode list = bench.field(id, "layers");
        if (list.size() != drawnLayers) {
            draw(list);
        }
        form.refresh();
        summary.setText(summary());
    }

    private void draw(JsonNode list) {
        drawnLayers = list.size();
        form.forget("layers");
        layers.removeAll();
        for (int i = 0; i < drawnLayers; i++) {
            layers.add(layer(i));
        }
        if (form.isEditable("layers")) {
            var add = new NativeButton("Add a hidden layer");
            add.addClassName("button");
            add.setEnabled(drawnLayers < MOST_LAYERS);
            add.addClickListener(_ -> bench.change(id, "layers", NetworkPanel::withOneMore));
            layers.add(add);
        }
    }

    private static JsonNode withOneMore(JsonNode list) {
        return FieldJson.insert(
                list, Math.max(0, list.size() - 1), FieldJson.parse(NEW_LAYER).orElseThrow());
    }

    private Div layer(int index) {
        boolean output = index == drawnLayers - 1;
        String name = output ? "Output layer" : "Hidden layer " + (index + 1);
        var label = new Span(name);
        label.addClassName("layer-name");
        String place = "layers[" + index + "].dense.";
        var units = form.number(place + "units", "Units");
        units.setSteppers(1, Dense.MAX_UNITS);
        var activation = form.choice(
                place + "activation",
                "Activation",
                Activation.ALL.stream().map(Activation::name).toList());
        var row = new Div(label, units, activation);
        row.addClassName("layer");
        if (form.isEditable("layers") && !output) {
            var remove = new NativeButton("Remove");
            remove.addClassNames("button", "quiet-button");
            remove.getElement().setAttribute("aria-label", "Remove " + name.toLowerCase(Locale.ROOT));
            remove.addClickListener(_ -> bench.change(id, "layers", list -> FieldJson.remove(list, index)));
            row.add(remove);
        }
        return row;
    }

    private String summary() {
        var cell = (Cell.Net) bench.cell(id);
        var data = (Cell.Data) bench.cell(cell.input());
        int inputs = bench.notebook().exercise().shape(data).inputs();
        String chain = cell.layers().stream()
                .map(NetworkPanel::words)
                .collect(Collectors.joining(" → ", inputs + (inputs == 1 ? " input → " : " inputs → "), ""));
        return "%s: %,d parameters.".formatted(chain, cell.architecture(inputs).parameters());
    }

    private static String words(Layer layer) {
        return switch (layer) {
            case Dense dense -> dense.units() + " " + dense.activation().name();
            case ActivationLayer activation -> activation.activation().name();
            default -> layer.name().replace('_', ' ');
        };
    }
}
