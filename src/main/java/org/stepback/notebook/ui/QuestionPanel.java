package org.stepback.notebook.ui;

import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.grading.Graded;
import org.stepback.ui.Prose;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;

/// A question: its text, the place for the answer, and the verdict once it was checked.
final class QuestionPanel extends CellPanel {
    private final VerdictLine verdict = new VerdictLine();
    private Optional<String> judgedAnswer = Optional.empty();

    static QuestionPanel number(Workbench bench, SaveState saveState, Cell.NumberQuestion question) {
        var panel = new QuestionPanel(bench, question.id(), question.label());
        var form = new CellForm(bench, saveState, question.id());
        var box = form.number(Edit.ANSWER, "Your answer");
        question.unit().ifPresent(box::setUnit);
        panel.finish(form, box);
        return panel;
    }

    static QuestionPanel choice(Workbench bench, SaveState saveState, Cell.ChoiceQuestion question) {
        var panel = new QuestionPanel(bench, question.id(), question.label());
        var form = new CellForm(bench, saveState, question.id());
        panel.finish(form, form.options(Edit.ANSWER, "Your answer", question.options()));
        return panel;
    }

    private QuestionPanel(Workbench bench, String id, String label) {
        super(bench, id, "Question", "");
        fill(new Prose(Markdown.html(label)));
    }

    private void finish(CellForm form, com.vaadin.flow.component.Component answer) {
        fill(Styled.div("answer", answer), verdict);
        bench.onChange(() -> {
            form.refresh();
            forgetVerdictOfAnotherAnswer();
        });
    }

    @Override
    void show(Graded graded, String explanation) {
        judgedAnswer = bench.notebook().resolved().answer(id);
        verdict.show(graded, judgedAnswer.orElse(""), explanation);
    }

    private void forgetVerdictOfAnotherAnswer() {
        if (!bench.notebook().resolved().answer(id).equals(judgedAnswer)) {
            verdict.clear();
        }
    }
}
