package org.stepback.training.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.number.NumberText;
import org.stepback.training.RunSetup;
import org.stepback.training.RunState;
import org.stepback.training.RunStatus;
import org.stepback.ui.Styled;

/// A run's numbers at this moment: step, epoch, losses, accuracy and speed.
final class RunFigures extends DescriptionList {
    private static final long PAUSE_NANOS = 240_000_000;

    private final Figure step = figure("Step");
    private final Figure epoch = tool("Epoch");
    private final Figure batchLoss = figure("Batch loss");
    private final DescriptionList.Term validationLossOf = new DescriptionList.Term("Validation loss");
    private final Figure validationLoss = figure(validationLossOf);
    private final DescriptionList.Term accuracyOf = new DescriptionList.Term("Validation accuracy");
    private final Figure accuracy = figure(accuracyOf);
    private final Figure speed = tool("Steps per second");

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

    /// Makes a figure of the workbench.
    private Figure tool(String name) {
        Figure figure = figure(name);
        figure.pair().addClassName("tool-figure");
        return figure;
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

    /// There is no run. The figures that the next one has are in their places, so that nothing moves as it begins.
    void clear() {
        shownAt = 0;
        List.of(step, epoch, batchLoss, validationLoss, accuracy, speed).forEach(figure -> figure.set("–"));
    }

    /// Leaves out what a run of such data does not have.
    ///
    /// @param validates whether there are validation samples
    /// @param answers whether there are right and wrong answers
    void suit(boolean validates, boolean answers) {
        suit(validates, answers, false);
    }

    /// Shows a run's numbers; of one that trains no more often than can be read.
    void show(RunStatus status, RunSetup setup) {
        long now = System.nanoTime();
        if (status.state() == RunState.RUNNING && shownAt != 0 && now - shownAt < PAUSE_NANOS) {
            return;
        }
        shownAt = now;
        step.set(NumberText.grouped(status.step()) + " of " + NumberText.grouped(status.totalSteps()));
        epoch.set(NumberText.grouped(status.epoch()) + " of " + NumberText.grouped(status.epochs()));
        show(batchLoss, status.loss());
        show(validationLoss, status.validation().loss());
        suit(
                setup.validation().samples() > 0,
                setup.train().hasAnswers(),
                status.nonFinite().isPresent());
        boolean validated = !Double.isNaN(status.validation().accuracy());
        accuracy.set(NumberText.percent(
                validated ? status.validation().accuracy() : status.training().accuracy()));
        speed.set(status.stepsPerSecond() == 0 ? "–" : NumberText.grouped(Math.round(status.stepsPerSecond())));
    }

    /// @param old whether the numbers were measured while all were finite still
    private void suit(boolean validates, boolean answers, boolean old) {
        validationLoss.pair().setVisible(validates);
        accuracy.pair().setVisible(answers);
        name(validationLossOf, old ? "Last validation loss" : "Validation loss");
        name(accuracyOf, (old ? "Last " : "") + (validates ? "validation accuracy" : "training accuracy"));
    }

    private static void name(DescriptionList.Term place, String term) {
        String capital = NameSuggestions.capital(term);
        if (!capital.equals(place.getText())) {
            place.setText(capital);
        }
    }

    private static void show(Figure figure, double number) {
        figure.set(NumberText.significantOrDash(number));
        figure.place().getElement().setAttribute("title", Double.isNaN(number) ? "" : Double.toString(number));
    }
}
