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
    /// What the page shows, and what it is compared with off the page's thread.
    private volatile boolean ended;
    private volatile boolean begun;

    AnswerLock(Workbench bench, Cell.Question question, EditField answer, RunPanels runs) {
        this.bench = bench;
        this.question = question;
        this.answer = answer;
        this.gate =
                question.train().or(question::predicts).map(train -> runs.gate(bench.student(), bench.slug(), train));
        note.setVisible(false);
        gate.ifPresent(known -> {
            known.use(bench.notebook().resolved());
            prediction = isPrediction() ? known.prediction(question.id()) : Optional.empty();
            runs.refresh(note, () -> hasNews(known), () -> show(known));
            show(known);
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
            show(known);
        });
    }

    private boolean isPrediction() {
        return question.predicts().isPresent();
    }

    private boolean hasNews(RunGate known) {
        return isPrediction() ? known.hasBegun() != begun : known.hasEnded() != ended;
    }

    private void show(RunGate known) {
        ended = known.hasEnded();
        begun = known.hasBegun();
        if (isPrediction()) {
            if (begun && prediction.isEmpty()) {
                prediction = known.prediction(question.id());
            }
            prediction.ifPresent(this::showPrediction);
        } else {
            answer.setLocked(!ended || !bench.isEditable(question.id(), Edit.ANSWER));
            say(ended ? "" : "Run the training first, then answer.");
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
