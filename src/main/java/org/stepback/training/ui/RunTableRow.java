package org.stepback.training.ui;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stepback.number.NumberText;
import org.stepback.training.KeptRun;
import org.stepback.ui.Styled;

/// One kept run in the table of a cell's runs: chosen for comparing, named, deleted.
final class RunTableRow {
    private final Input compare = new Input();
    private final Input name = new Input();
    private final Span learningRate = new Span();
    private final Span steps = new Span();
    private final Span trainingLoss = new Span();
    private final Span validationLoss = new Span();
    private final Span accuracy = new Span();
    private final Span ended = new Span();
    private final NativeButton delete;
    private final Element element = new Element("tr");
    private KeptRun run;

    RunTableRow(
            KeptRun run,
            BiConsumer<KeptRun, Boolean> onChosen,
            BiConsumer<KeptRun, String> onNamed,
            Consumer<KeptRun> onDeleted) {
        this.run = run;
        compare.setType("checkbox");
        compare.getElement()
                .addEventListener(
                        "change",
                        event -> onChosen.accept(
                                this.run,
                                event.getEventData()
                                        .path("event.target.checked")
                                        .asBoolean(false)))
                .addEventData("event.target.checked");
        name.addClassName("text-box");
        name.getElement().setAttribute("maxlength", Integer.toString(KeptRun.MAX_NAME));
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onNamed.accept(this.run, change.getValue());
            }
        });
        delete = Styled.button("link-button", "Delete", () -> onDeleted.accept(this.run));
        Stream.of(compare, name, learningRate, steps, trainingLoss, validationLoss, accuracy, ended, delete)
                .forEach(content -> element.appendChild(new Element("td").appendChild(content.getElement())));
    }

    UUID id() {
        return run.id();
    }

    Element element() {
        return element;
    }

    void show(KeptRun now, boolean chosen) {
        run = now;
        compare.getElement().setProperty("checked", chosen).setAttribute("aria-label", "Compare " + run.title());
        name.setValue(run.name());
        name.setPlaceholder(run.title());
        name.getElement().setAttribute("aria-label", "Name of " + run.title());
        learningRate.setText(Differences.learningRate(run));
        steps.setText(NumberText.grouped(run.step()));
        trainingLoss.setText(NumberText.significantOrDash(run.training().loss()));
        validationLoss.setText(NumberText.significantOrDash(run.validation().loss()));
        accuracy.setText(NumberText.percent(
                Double.isNaN(run.validation().accuracy())
                        ? run.training().accuracy()
                        : run.validation().accuracy()));
        ended.setText(run.state().word());
        delete.getElement().setAttribute("aria-label", "Delete " + run.title());
    }
}
