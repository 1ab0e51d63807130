package org.stepback.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepback.assessment.BestScore;
import org.stepback.assessment.Submission;
import org.stepback.assessment.SubmissionService;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.QuestionNumber;
import org.stepback.exercise.RefusedException;
import org.stepback.grading.Grade;
import org.stepback.notebook.ui.Workbench;
import org.stepback.ui.ConnectionProbe;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;

/// The end of a notebook: Check, which answers at once and keeps nothing, and Submit, which keeps the score.
final class GradeBar extends Div {
    /// A press shows at once, before the server has heard of it.
    private static final String SHOW_PRESSES = """
            this.querySelectorAll('.button').forEach(button =>
              button.addEventListener('click', () => this.setAttribute('aria-busy', 'true')));""";
    private static final Logger log = LoggerFactory.getLogger(GradeBar.class);

    private final Workbench bench;
    private final SubmissionService submissions;
    private final BiConsumer<Grade, Map<String, String>> onGrade;
    private final NativeButton check;
    private final NativeButton submit;
    private final Paragraph outcome = Styled.paragraph("outcome tip", "");
    private final NativeButton lead;
    private final Span onward = Styled.span("onward", "");
    private String firstOpen = "";

    GradeBar(
            Workbench bench,
            SubmissionService submissions,
            SaveState saveState,
            Optional<Exercise> next,
            BiConsumer<Grade, Map<String, String>> onGrade,
            Consumer<String> onLead,
            Component undo) {
        this.bench = bench;
        this.submissions = submissions;
        this.onGrade = onGrade;
        addClassName("grade-bar");
        check = Styled.button(
                "button",
                "Check",
                () -> judge("Checking…", () -> submissions.check(bench.student(), bench.slug()), this::checked));
        submit = Styled.button(
                "button primary",
                "Submit",
                () -> judge("Submitting…", () -> submissions.submit(bench.student(), bench.slug()), this::submitted));
        outcome.getElement().setAttribute("role", "status");
        outcome.setText(best(submissions.best(bench.student(), bench.slug())));
        lead = Styled.button("link-button", "", () -> onLead.accept(firstOpen));
        lead.setVisible(false);
        ExercisePlace.link(next, "Next").ifPresent(onward::add);
        onward.setVisible(false);
        add(check, submit, outcome, lead, onward, undo, saveState);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(SHOW_PRESSES);
    }

    private static String best(Optional<BestScore> best) {
        return best.map(score -> "Your best so far: %d of %d points.".formatted(score.earned(), score.total()))
                .orElse("Check as often as you like. Submit keeps your best score.");
    }

    /// Shows a grade at its cells, and leads to the first question that does not earn its points yet.
    ///
    /// @return a sentence about the questions that are open; empty where none is
    private String show(Grade grade) {
        onGrade.accept(grade, submissions.explanations(bench.slug(), grade));
        List<String> open = grade.cells().entrySet().stream()
                .filter(cell -> cell.getValue().earned() < cell.getValue().points())
                .map(Map.Entry::getKey)
                .toList();
        lead.setVisible(!open.isEmpty());
        if (open.isEmpty()) {
            return "";
        }
        firstOpen = open.getFirst();
        lead.setText("Go to question " + number(firstOpen));
        int[] numbers = open.stream().mapToInt(this::number).toArray();
        return " Still open: " + (numbers.length == 1 ? "question " : "questions ") + QuestionNumber.listed(numbers)
                + ".";
    }

    private int number(String cell) {
        return bench.notebook()
                .exercise()
                .question(cell)
                .map(QuestionNumber::number)
                .orElse(0);
    }

    private String checked(Grade grade) {
        return "This would earn %d of %d points.".formatted(grade.earned(), grade.total())
                + show(grade)
                + " Submit to keep the score.";
    }

    private String submitted(Submission submission) {
        String open = show(submission.grade());
        onward.setVisible(onward.getChildren().findAny().isPresent());
        return "Submitted: %d of %d points.".formatted(submission.earned(), submission.total()) + open;
    }

    /// Asks the server without holding up the page: grading a training takes a moment.
    private <T> void judge(String meanwhile, Supplier<CompletableFuture<T>> question, Function<T, String> answer) {
        UI ui = UI.getCurrent();
        setBusy(meanwhile);
        try {
            question.get()
                    .whenComplete((result, failure) -> ConnectionProbe.access(
                            ui, () -> setDone(failure == null ? answer.apply(result) : sentence(failure))));
        } catch (RefusedException refused) {
            setDone(refused.getMessage());
        }
    }

    private void setBusy(String sentence) {
        check.setEnabled(false);
        submit.setEnabled(false);
        outcome.removeClassName("tip");
        outcome.setText(sentence);
    }

    private void setDone(String sentence) {
        check.setEnabled(true);
        submit.setEnabled(true);
        outcome.setText(sentence);
        getElement().executeJs("this.removeAttribute('aria-busy')");
    }

    private static String sentence(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof RefusedException refused) {
            return refused.getMessage();
        }
        log.error("A notebook could not be graded.", cause);
        return "This could not be graded just now. Your answers are saved: please try again.";
    }
}
