package org.stepback.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.stepback.assessment.SubmissionService;
import org.stepback.exercise.Course;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.report.Reports;
import org.stepback.notebook.ui.CellColumn;
import org.stepback.notebook.ui.CellPanels;
import org.stepback.notebook.ui.NotebookPage;
import org.stepback.notebook.ui.Workbench;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.BarParts;
import org.stepback.ui.PageTicker;
import org.stepback.ui.Styled;
import org.stepback.ui.WorkbenchSwitch;

/// A student's notebook of one exercise: its prose and cells in one column, Check and Submit at its end.
@Route("exercise")
@PermitAll
class ExerciseView extends NotebookPage implements BarParts {
    private final OwnNotebooks own;
    private final SubmissionService submissions;
    private final CourseCatalog catalog;

    ExerciseView(
            NotebookService notebooks,
            OwnNotebooks own,
            SubmissionService submissions,
            CourseCatalog catalog,
            RunPanels runs,
            PageTicker ticker,
            Reports reports) {
        super(notebooks, runs, ticker, reports);
        this.own = own;
        this.submissions = submissions;
        this.catalog = catalog;
        addClassName("exercise-page");
    }

    @Override
    public Component barParts() {
        return new WorkbenchSwitch();
    }

    @Override
    public void setParameter(BeforeEvent event, String slug) {
        open(event, slug);
    }

    @Override
    protected void show(Workbench bench) {
        Exercise exercise = bench.notebook().exercise();
        var panels = new CellPanels(
                bench,
                saveState,
                runs,
                submissions.points(exercise.slug()),
                submissions.right(bench.student(), exercise.slug()));
        var column = column(bench, panels);
        add(header(bench, exercise, column));
        Optional<Exercise> next = place(exercise).flatMap(Course.Place::after);
        add(column, new GradeBar(bench, submissions, saveState, next, panels::show, column::lead, column.undoButton()));
    }

    private Header header(Workbench bench, Exercise exercise, CellColumn column) {
        var back = new Anchor(".", "← All exercises");
        var restore = Styled.button("button quiet-button", "Restore all cells", () -> confirmed(bench::restoreAll));
        restore.setTitle("Give every cell back its author's version; your answers go too");
        bench.onChange(() -> restore.setEnabled(!bench.notebook().edits().isEmpty()));
        restore.setEnabled(!bench.notebook().edits().isEmpty());
        var tools = Styled.div("notebook-tools", back, fileTools(bench, column), copy(bench), restore);
        var header = new Header(tools, new H1(exercise.title()), Styled.paragraph("summary", exercise.summary()));
        header.addClassName("notebook-header");
        place(exercise).ifPresent(place -> header.addComponentAsFirst(new ExercisePlace(place, exercise)));
        return header;
    }

    private Optional<Course.Place> place(Exercise exercise) {
        return catalog.course().place(exercise.slug());
    }

    private NativeButton copy(Workbench bench) {
        var copy = Styled.button("button quiet-button", "Copy as my own", () -> getUI().ifPresent(ui -> ui.navigate(
                "notebook/" + own.copy(bench.student(), bench.notebook()).id())));
        copy.setTitle("A notebook of your own with these cells, in which you can change everything");
        return copy;
    }

    private static void confirmed(Runnable restore) {
        var question = new ConfirmDialog();
        question.setHeader("Restore all cells?");
        question.setText("Every cell gets its author's version back. Your changes and answers in this exercise are"
                + " deleted; what you have submitted stays.");
        question.setCancelable(true);
        question.setCancelText("Keep my work");
        question.setConfirmText("Restore all");
        question.addConfirmListener(_ -> restore.run());
        question.open();
    }
}
