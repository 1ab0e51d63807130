package org.stepback.notebook.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.stepback.account.SignedIn;
import org.stepback.assessment.CheckService;
import org.stepback.assessment.SubmissionService;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.report.Reports;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.PageTicker;
import org.stepback.ui.SaveState;

/// A student's notebook of one exercise: its prose and cells in one column, Check and Submit at its end.
@Route("exercise")
@PermitAll
class NotebookView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final NotebookService notebooks;
    private final OwnNotebooks own;
    private final CheckService checks;
    private final SubmissionService submissions;
    private final RunPanels runs;
    private final PageTicker ticker;
    private final Reports reports;
    private final SaveState saveState = new SaveState();
    private String title = "";

    NotebookView(
            NotebookService notebooks,
            OwnNotebooks own,
            CheckService checks,
            SubmissionService submissions,
            RunPanels runs,
            PageTicker ticker,
            Reports reports) {
        this.notebooks = notebooks;
        this.own = own;
        this.checks = checks;
        this.submissions = submissions;
        this.runs = runs;
        this.ticker = ticker;
        this.reports = reports;
        addClassName("notebook");
    }

    @Override
    public void setParameter(BeforeEvent event, String slug) {
        removeAll();
        try {
            show(new Workbench(SignedIn.current().id(), slug, notebooks));
        } catch (RefusedException noSuchExercise) {
            throw new NotFoundException(noSuchExercise.getMessage());
        }
    }

    private void show(Workbench bench) {
        Exercise exercise = bench.notebook().exercise();
        title = exercise.title();
        saveState.onReturn(bench::refresh);
        saveState.send(bench.saveAddress(), bench.student() + " " + bench.slug());
        var panels = new CellPanels(bench, saveState, runs, checks.points(exercise.slug()));
        var column = new CellColumn(bench, saveState, panels, ticker);
        add(header(bench, exercise, column));
        add(column, new GradeBar(bench, checks, submissions, saveState, panels::show, column::lead));
    }

    private Header header(Workbench bench, Exercise exercise, CellColumn column) {
        var back = new Anchor("/", "← All exercises");
        var restore = new NativeButton("Restore all cells");
        restore.addClassNames("button", "quiet-button");
        restore.setTitle("Give every cell back its author's version; your answers go too");
        restore.addClickListener(_ -> confirmed(bench::restoreAll));
        bench.onChange(() -> restore.setEnabled(!bench.notebook().edits().isEmpty()));
        restore.setEnabled(!bench.notebook().edits().isEmpty());
        var tools = new Div(
                back,
                new FileTools(bench, () -> column.saveReport(reports.html(bench.student(), bench.notebook()))),
                copy(bench),
                restore);
        tools.addClassName("notebook-tools");
        var summary = new Paragraph(exercise.summary());
        summary.addClassName("summary");
        var header = new Header(tools, new H1(exercise.title()), summary);
        header.addClassName("notebook-header");
        return header;
    }

    private NativeButton copy(Workbench bench) {
        var copy = new NativeButton("Copy as my own");
        copy.addClassNames("button", "quiet-button");
        copy.setTitle("A notebook of your own with these cells, in which you can change everything");
        copy.addClickListener(_ -> copy.getUI()
                .ifPresent(ui -> ui.navigate("notebook/"
                        + own.copy(bench.student(), bench.notebook()).id())));
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

    @Override
    public String getPageTitle() {
        return title + " · Stepback";
    }
}
