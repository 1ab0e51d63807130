package org.stepback.training.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.stepback.number.NumberText;
import org.stepback.training.RunState;
import org.stepback.training.RunStatus;
import org.stepback.ui.Styled;

/// A run's numbers at this moment: step, epoch, losses, accuracy and speed.
final class RunFigures extends DescriptionList {
    private static final long PAUSE_NANOS = 240_000_000;

    private final Figure step = figure("Step");
    private final Figure epoch = figure("Epoch");
    private final Figure batchLoss = figure("Batch loss");
    private final Figure validationLoss = figure("Validation loss");
    private final DescriptionList.Term accuracyOf = new DescriptionList.Term("Validation accuracy");
    private final Figure accuracy = figure(accuracyOf);
    private final Figure speed = figure("Steps per second");

    private long shownAt;

    RunFigures() {
        addClassName("figures");
    }

    /// A number on the page. Its text is a node of its own, of which a change sends the new text alone.
    private record Figure(Div pair, Text text, DescriptionList.Description place) {
        void set(String words) {
            text.setText(words);
        }
    }

    private Figure figure(String name) {
        return figure(new DescriptionList.Term(name));
    }

    private Figure figure(DescriptionList.Term name) {
        var text = new Text("–");
        var place = new DescriptionList.Description(text);
        var pair = Styled.div("figure", name, place);
        add(pair);
        return new Figure(pair, text, place);
    }

    void clear() {
        shownAt = 0;
        List.of(step, epoch, batchLoss, validationLoss, accuracy, speed).forEach(figure -> figure.set("–"));
    }

    /// Shows a run's numbers; of one that trains no more often than can be read.
    ///
    /// @param classifies whether it has right and wrong answers
    void show(RunStatus status, boolean classifies) {
        long now = System.nanoTime();
        if (status.state() == RunState.RUNNING && shownAt != 0 && now - shownAt < PAUSE_NANOS) {
            return;
        }
        shownAt = now;
        step.set(NumberText.grouped(status.step()) + " of " + NumberText.grouped(status.totalSteps()));
        epoch.set(NumberText.grouped(status.epoch()) + " of " + NumberText.grouped(status.epochs()));
        show(batchLoss, status.loss());
        show(validationLoss, status.validation().loss());
        accuracy.pair().setVisible(classifies);
        boolean validated = !Double.isNaN(status.validation().accuracy());
        String term = validated ? "Validation accuracy" : "Training accuracy";
        if (!term.equals(accuracyOf.getText())) {
            accuracyOf.setText(term);
        }
        accuracy.set(NumberText.percent(
                validated ? status.validation().accuracy() : status.training().accuracy()));
        speed.set(status.stepsPerSecond() == 0 ? "–" : NumberText.grouped(Math.round(status.stepsPerSecond())));
    }

    private static void show(Figure figure, double number) {
        figure.set(NumberText.significantOrDash(number));
        figure.place().getElement().setAttribute("title", Double.isNaN(number) ? "" : Double.toString(number));
    }
}
