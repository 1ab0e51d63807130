package org.stepback.training.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import org.stepback.training.RunStatus;
import org.stepback.ui.Figures;

/// A run's numbers at this moment: step, epoch, losses, accuracy and speed.
final class RunFigures extends DescriptionList {
    private final DescriptionList.Description step = figure("Step");
    private final DescriptionList.Description epoch = figure("Epoch");
    private final DescriptionList.Description batchLoss = figure("Mini-batch loss");
    private final DescriptionList.Description validationLoss = figure("Validation loss");
    private final DescriptionList.Term accuracyOf = new DescriptionList.Term("Validation accuracy");
    private final DescriptionList.Description accuracy = figure(accuracyOf);
    private final DescriptionList.Description speed = figure("Steps per second");

    RunFigures() {
        addClassName("figures");
    }

    private DescriptionList.Description figure(String name) {
        return figure(new DescriptionList.Term(name));
    }

    private DescriptionList.Description figure(DescriptionList.Term name) {
        var value = new DescriptionList.Description("–");
        var pair = new Div(name, value);
        pair.addClassName("figure");
        add(pair);
        return value;
    }

    void clear() {
        getChildren().flatMap(pair -> pair.getChildren()).forEach(part -> {
            if (part instanceof DescriptionList.Description value) {
                value.setText("–");
            }
        });
    }

    void show(RunStatus status) {
        step.setText(of(status.step(), status.totalSteps()));
        epoch.setText(of(status.epoch(), status.epochs()));
        show(batchLoss, status.loss());
        show(validationLoss, status.validation().loss());
        boolean validated = !Double.isNaN(status.validation().accuracy());
        accuracyOf.setText(validated ? "Validation accuracy" : "Training accuracy");
        accuracy.setText(percent(
                validated ? status.validation().accuracy() : status.training().accuracy()));
        speed.setText(
                status.stepsPerSecond() == 0 ? "–" : String.format(Locale.ROOT, "%,.0f", status.stepsPerSecond()));
    }

    private static void show(DescriptionList.Description value, double number) {
        value.setText(Figures.four(number));
        value.getElement().setAttribute("title", Double.isNaN(number) ? "" : Double.toString(number));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String of(long part, long whole) {
        return String.format(Locale.ROOT, "%,d of %,d", part, whole);
    }
}
