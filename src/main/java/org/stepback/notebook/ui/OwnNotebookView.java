package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Set;
import org.stepback.notebook.Notebook;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.SharedNotebooks;
import org.stepback.notebook.report.Reports;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.PageTicker;
import org.stepback.ui.Styled;
import org.stepback.ui.field.TitleBox;

/// A notebook of a student's own: every cell is the student's, and so is its title.
@Route("notebook")
@PermitAll
class OwnNotebookView extends NotebookPage {
    private final SharedNotebooks shared;

    OwnNotebookView(
            NotebookService notebooks, RunPanels runs, PageTicker ticker, SharedNotebooks shared, Reports reports) {
        super(notebooks, runs, ticker, reports);
        this.shared = shared;
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        open(event, OwnNotebooks.slug(id));
    }

    @Override
    protected void show(Workbench bench) {
        var column = column(bench, new CellPanels(bench, saveState, runs, Map.of(), Set.of()));
        add(header(bench, column), column, empty(bench), Styled.div("notebook-end", saveState));
    }

    private Header header(Workbench bench, CellColumn column) {
        var back = new Anchor(".", "← All notebooks");
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
        var tools = Styled.div("notebook-tools", back, fileTools(bench, column), new ShareTools(bench, shared));
        var header = new Header(tools, heading, box);
        header.addClassName("notebook-header");
        return header;
    }

    private static Div empty(Workbench bench) {
        var empty = Styled.div(
                "empty-state", new Paragraph("This notebook is empty. Add a cell with the button above, or press B."));
        empty.setVisible(bench.notebook().order().isEmpty());
        bench.onChange(() -> empty.setVisible(bench.notebook().order().isEmpty()));
        return empty;
    }
}
