package org.stepback.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stepback.training.KeptRun;
import org.stepback.ui.Figures;

/// A cell's kept runs, the newest first, with what came of each.
final class RunTable extends Div {
    private static final List<String> HEAD =
            List.of("Compare", "Name", "Steps", "Training loss", "Validation loss", "Accuracy", "Ended", "");

    private final BiConsumer<KeptRun, Boolean> onChosen;
    private final BiConsumer<KeptRun, String> onNamed;
    private final Consumer<KeptRun> onDeleted;

    RunTable(BiConsumer<KeptRun, Boolean> onChosen, BiConsumer<KeptRun, String> onNamed, Consumer<KeptRun> onDeleted) {
        this.onChosen = onChosen;
        this.onNamed = onNamed;
        this.onDeleted = onDeleted;
        addClassNames("number-table", "run-table");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Runs of this cell");
    }

    void show(List<KeptRun> runs, Set<UUID> chosen) {
        removeAll();
        setVisible(!runs.isEmpty());
        Element head = new Element("tr");
        HEAD.forEach(name ->
                head.appendChild(new Element("th").setAttribute("scope", "col").setText(name)));
        Element body = new Element("tbody");
        runs.forEach(run -> body.appendChild(row(run, chosen.contains(run.id()))));
        getElement().appendChild(new Element("table").appendChild(new Element("thead").appendChild(head), body));
    }

    private Element row(KeptRun run, boolean on) {
        double accuracy = Double.isNaN(run.validation().accuracy())
                ? run.training().accuracy()
                : run.validation().accuracy();
        return new Element("tr")
                .appendChild(
                        cell(compare(run, on)),
                        cell(name(run)),
                        text(RunHistory.count(run.step())),
                        text(Figures.four(run.training().loss())),
                        text(Figures.four(run.validation().loss())),
                        text(Double.isNaN(accuracy) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * accuracy)),
                        text(States.word(run.state())),
                        cell(delete(run)));
    }

    private static Element cell(Component content) {
        return new Element("td").appendChild(content.getElement());
    }

    private static Element text(String text) {
        return cell(new Span(text));
    }

    private Component compare(KeptRun run, boolean on) {
        var box = new Input();
        box.setType("checkbox");
        box.getElement().setAttribute("aria-label", "Compare " + run.title());
        box.getElement().setProperty("checked", on);
        box.getElement()
                .addEventListener(
                        "change",
                        event -> onChosen.accept(
                                run,
                                event.getEventData()
                                        .path("event.target.checked")
                                        .asBoolean(false)))
                .addEventData("event.target.checked");
        return box;
    }

    private Component name(KeptRun run) {
        var box = new Input();
        box.setValue(run.name());
        box.setPlaceholder(run.title());
        box.addClassName("text-box");
        box.getElement()
                .setAttribute("aria-label", "Name of " + run.title())
                .setAttribute("maxlength", Integer.toString(KeptRun.MAX_NAME));
        box.addValueChangeListener(change -> onNamed.accept(run, change.getValue()));
        return box;
    }

    private Component delete(KeptRun run) {
        var button = new NativeButton("Delete", _ -> onDeleted.accept(run));
        button.addClassName("link-button");
        button.getElement().setAttribute("aria-label", "Delete " + run.title());
        return button;
    }
}
