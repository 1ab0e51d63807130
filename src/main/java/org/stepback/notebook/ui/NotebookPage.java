package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinRequest;
import org.stepback.account.SignedIn;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.report.Reports;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.PageTicker;
import org.stepback.ui.SaveState;
import org.stepback.ui.UnsavedTexts;

/// A page that shows one notebook of the signed-in student, of an exercise or an own one.
public abstract class NotebookPage extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    public final RunPanels runs;
    public final SaveState saveState = new SaveState();
    private final NotebookService notebooks;
    private final PageTicker ticker;
    private final Reports reports;
    private String title = "";

    public NotebookPage(NotebookService notebooks, RunPanels runs, PageTicker ticker, Reports reports) {
        this.notebooks = notebooks;
        this.runs = runs;
        this.ticker = ticker;
        this.reports = reports;
        addClassName("notebook");
    }

    /// Opens the notebook that the address names.
    protected final void open(BeforeEvent event, String slug) {
        removeAll();
        try {
            var bench = new Workbench(SignedIn.current().id(), slug, notebooks);
            title = bench.notebook().exercise().title();
            saveState.onReturn(bench::refresh);
            saveState.send(bench.saveAddress(), UnsavedTexts.owner(bench.student(), bench.slug()));
            show(bench);
        } catch (RefusedException noSuchNotebook) {
            UnknownNotebooks.log(VaadinRequest.getCurrent(), event.getLocation().getPath());
            throw new NotFoundException(noSuchNotebook.getMessage());
        }
    }

    protected abstract void show(Workbench bench);

    protected final CellColumn column(Workbench bench, CellPanels panels) {
        return new CellColumn(bench, saveState, panels, ticker);
    }

    protected final FileTools fileTools(Workbench bench, CellColumn column) {
        return new FileTools(bench, () -> column.saveReport(reports.html(bench.student(), bench.notebook())));
    }

    /// Gives the browser's tab another title.
    final void nameTab(String now) {
        if (!now.equals(title)) {
            title = now;
            getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        }
    }

    @Override
    public final String getPageTitle() {
        return title + " · Stepback";
    }
}
