package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.read.Completions;
import org.stepback.notebook.FieldPath;
import org.stepback.ui.SaveState;
import org.stepback.ui.field.TextBox;
import tools.jackson.databind.json.JsonMapper;

/// A cell's text: the same document as the cell's controls, kept as it is typed, with what is wrong underlined.
final class SourcePanel extends Div {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Workbench bench;
    private final String id;
    private final String kind;
    private final TextBox box;

    /// A mistake that a text box underlines.
    private record Spot(int line, int column, String message) {}

    /// @param kind of the cell, such as `network`
    SourcePanel(Workbench bench, SaveState saveState, String id, String kind) {
        this.bench = bench;
        this.id = id;
        this.kind = kind;
        addClassName("cell-source");
        box = new TextBox("The text of “" + id + "”", "yaml", OwnCell.MAX_LENGTH);
        box.setLocked(!bench.notebook().isRetypable(id));
        new EditDispatcher(bench, saveState).bind(id, FieldPath.TEXT, box);
        add(box);
        bench.onChange(this::show);
        show();
    }

    private void show() {
        box.setText(bench.notebook().text(id));
        box.setError("");
        List<Spot> spots = bench.notebook().placedProblems(id).stream()
                .map(problem -> new Spot(problem.line(), problem.column(), problem.message()))
                .toList();
        box.setProblems(JSON.writeValueAsString(spots));
        Completions known = Completions.of(
                kind, bench.notebook().above(id), bench.notebook().exercise());
        box.setKnown(JSON.writeValueAsString(known));
    }
}
