package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stepback.training.KeptRun;

/// A cell's kept runs, the newest first, with what came of each. A run keeps its row while others come and go, so that
/// neither a press nor a name half typed is lost when the table is shown again.
final class RunTable extends Div {
    private static final List<String> HEAD = List.of(
            "Compare", "Name", "Learning rate", "Steps", "Training loss", "Validation loss", "Accuracy", "Ended", "");

    private final BiConsumer<KeptRun, Boolean> onChosen;
    private final BiConsumer<KeptRun, String> onNamed;
    private final Consumer<KeptRun> onDeleted;
    private final Element body = new Element("tbody");
    private final List<RunTableRow> rows = new ArrayList<>();

    RunTable(BiConsumer<KeptRun, Boolean> onChosen, BiConsumer<KeptRun, String> onNamed, Consumer<KeptRun> onDeleted) {
        this.onChosen = onChosen;
        this.onNamed = onNamed;
        this.onDeleted = onDeleted;
        addClassNames("number-table", "run-table");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Runs of this cell");
        Element head = new Element("tr");
        HEAD.forEach(name ->
                head.appendChild(new Element("th").setAttribute("scope", "col").setText(name)));
        getElement().appendChild(new Element("table").appendChild(new Element("thead").appendChild(head), body));
    }

    void show(List<KeptRun> runs, Set<UUID> chosen) {
        setVisible(!runs.isEmpty());
        Set<UUID> kept = Set.copyOf(runs.stream().map(KeptRun::id).toList());
        rows.removeIf(row -> {
            boolean gone = !kept.contains(row.id());
            if (gone) {
                row.element().removeFromParent();
            }
            return gone;
        });
        for (int i = 0; i < runs.size(); i++) {
            KeptRun run = runs.get(i);
            if (i == rows.size() || !rows.get(i).id().equals(run.id())) {
                place(i, run);
            }
            rows.get(i).show(run, chosen.contains(run.id()));
        }
    }

    /// Brings a run's row to a place: its own row where it has one further down, else a new one.
    private void place(int index, KeptRun run) {
        RunTableRow row = rows.stream()
                .filter(each -> each.id().equals(run.id()))
                .findFirst()
                .orElseGet(() -> new RunTableRow(run, onChosen, onNamed, onDeleted));
        rows.remove(row);
        row.element().removeFromParent();
        rows.add(index, row);
        body.insertChild(index, row.element());
    }
}
