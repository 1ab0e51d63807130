package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.stepback.exercise.RefusedException;
import org.stepback.number.NumberParser;
import org.stepback.ui.Styled;

/// Leaves the present run at a step, and goes on from there with other settings.
final class RunFork extends Div {
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+");
    /// Up to here every whole number is a double.
    private static final double LAST = 1L << 53;

    private final CellRun cellRun;
    private final Function<Runnable, Optional<String>> attempt;
    private final Input step = new Input();
    private final Paragraph problem = Styled.paragraph("field-error", "");

    /// @param attempt does what a person asked for, and gives why it is refused, if it is
    RunFork(CellRun cellRun, Function<Runnable, Optional<String>> attempt) {
        this.cellRun = cellRun;
        this.attempt = attempt;
        step.getElement().setAttribute("aria-label", "Step to fork at").setAttribute("inputmode", "numeric");
        step.setPlaceholder("step");
        step.addClassName("text-box");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var button = Styled.button("button", "Fork", this::fork);
        var words = Styled.paragraph(
                "help",
                "Go back to a step of this run and go on from there with the settings as they are now:"
                        + " the same past, another future.");
        add(words, Styled.div("history-row", step, button, problem));
    }

    private void fork() {
        String refusal =
                attempt.apply(() -> cellRun.fork(number(step.getValue()))).orElse("");
        problem.setText(refusal);
        problem.setVisible(!refusal.isEmpty());
        step.getElement().setAttribute("aria-invalid", Boolean.toString(!refusal.isEmpty()));
    }

    /// Reads a step as the page writes it, with commas between thousands, or as any number that is typed.
    static long number(String text) {
        String typed = GROUPED.matcher(text.strip()).matches() ? text.replace(",", "") : text;
        double step = NumberParser.parse(typed).orElse(-1);
        if (step < 0 || step > LAST || step != Math.rint(step)) {
            throw new RefusedException("Type the number of the step to fork at, such as 100."
                    + NumberParser.advice(typed).map(more -> " " + more).orElse(""));
        }
        return (long) step;
    }
}
