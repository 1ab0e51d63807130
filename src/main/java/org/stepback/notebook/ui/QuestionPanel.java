package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.grading.Graded;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.Prose;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;
import org.stepback.ui.field.EditField;

/// A question: its text, the place for the answer, and the verdict once it was checked.
final class QuestionPanel extends CellPanel {
    private final VerdictLine verdict = new VerdictLine();
    private final Cell.Question question;
    private final RunPanels runs;
    private Optional<String> judgedAnswer = Optional.empty();

    static QuestionPanel number(Workbench bench, SaveState saveState, RunPanels runs, Cell.NumberQuestion question) {
        var panel = new QuestionPanel(bench, runs, question);
        var form = new CellForm(bench, saveState, question.id());
        var box = form.number(Edit.ANSWER, "Your answer");
        question.unit().ifPresent(box::setUnit);
        panel.finish(form, box);
        return panel;
    }

    static QuestionPanel choice(Workbench bench, SaveState saveState, RunPanels runs, Cell.ChoiceQuestion question) {
        var panel = new QuestionPanel(bench, runs, question);
        var form = new CellForm(bench, saveState, question.id());
        panel.finish(form, form.options(Edit.ANSWER, "Your answer", question.options()));
        return panel;
    }

    private QuestionPanel(Workbench bench, RunPanels runs, Cell.Question question) {
        super(bench, question.id(), "Question", "");
        this.question = question;
        this.runs = runs;
        fill(new Prose(Markdown.html(question.label())));
    }

    private <C extends Component & EditField> void finish(CellForm form, C answer) {
        var lock = new AnswerLock(bench, question, answer, runs);
        fill(Styled.div("answer", answer), lock.note(), verdict);
        bench.onChange(() -> {
            form.refresh();
            lock.refresh();
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
