package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.stepback.data.Dataset;
import org.stepback.data.Generator;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Source;
import org.stepback.number.NumberText;
import org.stepback.ui.SaveState;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.DataPlane;

/// A data cell: where its samples come from, and a picture of them where they lie in a plane.
final class DataPanel extends CellPanel {
    private static final String SPLIT = "validation_split";

    private final CellForm form;
    private final Paragraph summary = Styled.paragraph("quiet", "");
    private final SettingsFold locked = new SettingsFold();
    private final Div controls = Styled.div("cell-fields");
    private final DataPlane plane = new DataPlane("The samples");

    DataPanel(Workbench bench, SaveState saveState, Cell.Data cell) {
        super(bench, cell.id(), "Data", cell.title());
        this.form = new CellForm(bench, saveState, id);
        addControls(cell.source());
        fill(Styled.div("data-layout", Styled.div("data-controls", controls, summary, locked), plane));
        bench.onChange(this::show);
        show();
    }

    private void addControls(Source source) {
        switch (source) {
            case Source.Generated _ -> {
                List<String> generators =
                        Generator.ALL.stream().map(Generator::name).toList();
                place("generator", form.choice("generator", SettingWords.of("generator"), generators));
                for (String number : List.of("samples", "noise", "seed", SPLIT)) {
                    place(number, form.number(number, SettingWords.of(number)));
                }
            }
            case Source.Table _ -> place(SPLIT, form.number(SPLIT, SettingWords.of(SPLIT)));
            case Source.Literal literal -> controls.add(new NumberTable(literal));
        }
    }

    private void place(String field, Component control) {
        (form.isEditable(field) ? controls : locked.fields()).add(control);
    }

    /// A cell of which nothing can be changed says all in one line, which opens to the fields.
    private void tell(String words) {
        boolean folds = locked.fields().getComponentCount() > 0;
        boolean fixed = folds && controls.getComponentCount() == 0;
        locked.show(fixed ? words : folds ? "What the author has set" : "");
        summary.setText(words);
        summary.setVisible(!fixed);
    }

    private void show() {
        form.refresh();
        var cell = (Cell.Data) bench.cell(id);
        Dataset data = bench.notebook().exercise().dataset(cell);
        Split split = data.split(cell.validationSplit());
        tell(summary(cell, data, split));
        plane.setVisible(DataPlane.canShow(split));
        if (plane.isVisible()) {
            plane.show(split);
        }
    }

    private static String summary(Cell.Data cell, Dataset data, Split split) {
        String samples = NumberText.counted(data.samples(), "sample") + " with "
                + NumberText.counted(data.inputs(), "number") + (data.inputs() == 1 ? "" : " each");
        int held = split.validation().samples();
        samples += held == 0
                ? "."
                : ": %d to train with, %d held out to validate with.".formatted(data.samples() - held, held);
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
