package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.stepback.data.Dataset;
import org.stepback.data.Generator;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Source;
import org.stepback.ui.SaveState;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.DataPlane;

/// A data cell: where its samples come from, and a picture of them where they lie in a plane.
final class DataPanel extends CellPanel {
    private final CellForm form;
    private final Paragraph summary = Styled.paragraph("quiet", "");
    private final DataPlane plane = new DataPlane("The samples");

    DataPanel(Workbench bench, SaveState saveState, Cell.Data cell) {
        super(bench, cell.id(), "Data", cell.title());
        this.form = new CellForm(bench, saveState, id);
        var controls = Styled.div("cell-fields");
        addControls(controls, cell.source());
        fill(Styled.div("data-layout", Styled.div("data-controls", controls, summary), plane));
        bench.onChange(this::show);
        show();
    }

    private void addControls(Div controls, Source source) {
        switch (source) {
            case Source.Generated _ -> {
                controls.add(
                        form.choice(
                                "generator",
                                SettingWords.of("generator"),
                                Generator.ALL.stream().map(Generator::name).toList()),
                        form.number("samples", "Samples"),
                        form.number("noise", "Noise"),
                        form.number("seed", "Seed"),
                        form.number("validation_split", SettingWords.of("validation_split")));
            }
            case Source.Table _ -> controls.add(form.number("validation_split", SettingWords.of("validation_split")));
            case Source.Literal literal -> controls.add(new NumberTable(literal));
        }
    }

    private void show() {
        form.refresh();
        var cell = (Cell.Data) bench.cell(id);
        Dataset data = bench.notebook().exercise().dataset(cell);
        Split split = data.split(cell.validationSplit());
        summary.setText(summary(cell, data, split));
        plane.setVisible(DataPlane.canShow(split));
        if (plane.isVisible()) {
            plane.show(split);
        }
    }

    private static String summary(Cell.Data cell, Dataset data, Split split) {
        String samples = "%d samples with %d %s: %d to train with, %d held out to validate with."
                .formatted(
                        data.samples(),
                        data.inputs(),
                        data.inputs() == 1 ? "number each" : "numbers each",
                        split.train().samples(),
                        split.validation().samples());
        String from = cell.source() instanceof Source.Generated generated
                ? generated.generator().summary() + " "
                : "";
        return from + samples + targets(data);
    }

    private static String targets(Dataset data) {
        if (data.multiLabel()) {
            return " The targets " + String.join(", ", data.labels())
                    + " are answers of their own: 1 is yes, 0 is no. (With exactly one 1 in each row they would be classes.)";
        }
        if (data.classes().isEmpty()) {
            return " The target is a number.";
        }
        return List.of("0", "1").equals(data.classes()) ? "" : " Classes: " + String.join(", ", data.classes()) + ".";
    }
}
