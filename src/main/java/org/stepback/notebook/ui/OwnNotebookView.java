package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.stepback.account.SignedIn;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.Notebook;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.SharedNotebooks;
import org.stepback.notebook.report.Reports;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.PageTicker;
import org.stepback.ui.SaveState;
import org.stepback.ui.field.TitleBox;

/// A notebook of a student's own: every cell is the student's, and so is its title.
@Route("notebook")
@PermitAll
class OwnNotebookView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final NotebookService notebooks;
    private final RunPanels runs;
    private final PageTicker ticker;
    private final SharedNotebooks shared;
    private final Reports reports;
    private final SaveState saveState = new SaveState();
    private String title = "";

    OwnNotebookView(
            NotebookService notebooks, RunPanels runs, PageTicker ticker, SharedNotebooks shared, Reports reports) {
        this.notebooks = notebooks;
        this.runs = runs;
        this.ticker = ticker;
        this.shared = shared;
        this.reports = reports;
        addClassName("notebook");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        removeAll();
        try {
            show(new Workbench(SignedIn.current().id(), OwnNotebooks.slug(id), notebooks));
        } catch (RefusedException noSuchNotebook) {
            throw new NotFoundException(noSuchNotebook.getMessage());
        }
    }

    private void show(Workbench bench) {
        title = bench.notebook().exercise().title();
        saveState.onReturn(bench::refresh);
        saveState.send(bench.saveAddress(), bench.student() + " " + bench.slug());
        var column = new CellColumn(bench, saveState, new CellPanels(bench, saveState, runs, Map.of()), ticker);
        var end = new Div(saveState);
        end.addClassName("notebook-end");
        add(header(bench, column), column, empty(bench), end);
    }

    private Header header(Workbench bench, CellColumn column) {
        var back = new Anchor("/", "← All notebooks");
        var heading = new H1(bench.notebook().exercise().title());
        var box = new TitleBox("Title of the notebook", OwnNotebooks.LONGEST_TITLE);
        box.setText(bench.notebook().exercise().title());
        new EditDispatcher(bench, saveState).bind(Notebook.ITSELF, Notebook.TITLE, box);
        bench.onChange(() -> {
            heading.setText(bench.notebook().exercise().title());
            box.setText(bench.notebook().exercise().title());
            nameTab(bench.notebook().exercise().title());
        });
        heading.addClassName("visually-hidden");
        var tools = new Div(
                back,
                new FileTools(bench, () -> column.saveReport(reports.html(bench.student(), bench.notebook()))),
                new ShareTools(bench, shared));
        tools.addClassName("notebook-tools");
        var header = new Header(tools, heading, box);
        header.addClassName("notebook-header");
        return header;
    }

    /// The browser's tab has the title too.
    private void nameTab(String now) {
        if (!now.equals(title)) {
            title = now;
            getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        }
    }

    private static Div empty(Workbench bench) {
        var empty = new Div(new Paragraph("This notebook is empty. Add a cell with the button above, or press B."));
        empty.addClassName("empty-state");
        empty.setVisible(bench.notebook().order().isEmpty());
        bench.onChange(() -> empty.setVisible(bench.notebook().order().isEmpty()));
        return empty;
    }

    @Override
    public String getPageTitle() {
        return title + " · Stepback";
    }
}
