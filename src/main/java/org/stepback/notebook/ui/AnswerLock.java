package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.training.ui.RunGate;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.Styled;
import org.stepback.ui.field.EditField;

/// Locks the answer of a question before its training has run, or, of a prediction, once its training was begun.
final class AnswerLock {
    private final Workbench bench;
    private final Cell.Question question;
    private final EditField answer;
    private final Paragraph note = Styled.paragraph("answer-note tip", "");
    private final Optional<RunGate> gate;
    private Optional<String> prediction = Optional.empty();
    private boolean open = true;

    AnswerLock(Workbench bench, Cell.Question question, EditField answer, RunPanels runs) {
        this.bench = bench;
        this.question = question;
        this.answer = answer;
        this.gate =
                question.train().or(question::predicts).map(train -> runs.gate(bench.student(), bench.slug(), train));
        note.setVisible(false);
        gate.ifPresent(known -> {
            runs.refresh(note, () -> hasNews(known), this::show);
            refresh();
        });
    }

    /// The sentence that says why the answer is locked.
    Paragraph note() {
        return note;
    }

    /// Looks at the notebook as it is now.
    void refresh() {
        gate.ifPresent(known -> {
            known.use(bench.notebook().resolved());
            show();
        });
    }

    private boolean hasNews(RunGate known) {
        return question.predicts().isPresent() ? prediction.isEmpty() && known.hasBegun() : known.hasEnded() != open;
    }

    private void show() {
        RunGate known = gate.orElseThrow();
        if (question.predicts().isPresent()) {
            prediction = prediction.or(() -> known.prediction(question.id()));
            prediction.ifPresent(this::showPrediction);
        } else {
            open = known.hasEnded();
            answer.setLocked(!open || !bench.isEditable(question.id(), Edit.ANSWER));
            say(open ? "" : "Run the training first, then answer.");
        }
    }

    private void showPrediction(String kept) {
        answer.setLocked(true);
        answer.setText(kept);
        say(
                kept.isEmpty()
                        ? "You made no prediction before the run."
                        : "Your prediction, as you made it before the run.");
    }

    private void say(String sentence) {
        note.setText(sentence);
        note.setVisible(!sentence.isEmpty());
    }
}
