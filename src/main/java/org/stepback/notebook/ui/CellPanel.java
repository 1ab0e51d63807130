package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.stepback.exercise.QuestionNumber;
import org.stepback.grading.Graded;
import org.stepback.ui.Styled;

/// The frame around a cell: what kind it is and what it is called, and a button that takes back what the student has
/// changed in it.
class CellPanel extends Section {
    final Workbench bench;
    final String id;
    private final Div body = Styled.div("cell-body");
    private final NativeButton restore;
    private final Span kindWords;
    private final Span worth = Styled.span("cell-worth", "");
    private final CellTools tools;
    private final Div status = Styled.div("cell-status");
    private final Span stale = Styled.span("state", "Changed since its run");

    /// @param title what tells this cell from others of its kind; may be empty
    CellPanel(Workbench bench, String cell, String kind, String title) {
        this.bench = bench;
        this.id = cell;
        boolean question = kind.equals("Question");
        addClassNames("cell", "cell-" + kind.toLowerCase(Locale.ROOT));
        setId("cell-" + cell);
        kindWords = Styled.span("cell-kind", kind);
        var heading = new H3(kindWords, new Span(title));
        heading.addClassName("cell-title");
        if (!question) {
            var name = Styled.span("cell-name", cell);
            name.setTitle("What other cells call this one");
            heading.add(name);
        }
        heading.add(worth);
        heading.setId("cell-" + cell + "-title");
        getElement().setAttribute("aria-labelledby", "cell-" + cell + "-title");
        restore =
                Styled.button("button quiet-button", question ? "Clear" : "First settings", () -> bench.restore(cell));
        restore.setTitle(question ? "Take your answer away" : "Give this cell back the settings that it began with");
        tools = new CellTools(question ? "the question" : cell, bench.isOwn(cell), !question);
        stale.getElement().setAttribute("data-state", "stale");
        var header = new Header(heading, status, Styled.div("cell-actions", restore, tools));
        header.addClassName("cell-head");
        super.add(header, body);
        bench.onChange(this::showWhetherChanged);
        showWhetherChanged();
    }

    /// Puts parts into the cell's body.
    final void fill(Component... parts) {
        body.add(parts);
    }

    /// Puts a part before all others of the body.
    final void lead(Component part) {
        body.addComponentAsFirst(part);
    }

    /// Says that the cell depends on one that has changed.
    ///
    /// @param why as a sentence; empty where it does not
    final void showStale(String why) {
        stale.setTitle(why);
        boolean shown = stale.getParent().isPresent();
        if (why.isEmpty() && shown) {
            status.remove(stale);
        } else if (!why.isEmpty() && !shown) {
            status.add(stale);
        }
    }

    /// Says which question of the exercise the cell is, and what a right answer earns.
    final void showWorth(QuestionNumber number, int points) {
        String earns =
                switch (points) {
                    case 0 -> "A prediction: no points";
                    case 1 -> "1 point";
                    default -> points + " points";
                };
        if (hasClassName("cell-question")) {
            kindWords.setText(number.shown());
            worth.setText(earns);
        } else {
            worth.setText(number.shown() + " · " + earns);
        }
    }

    /// Shows the grader's verdict on the cell, if its kind is graded.
    ///
    /// @param explanation why the answer is right, as Markdown; empty where it is not, or nothing is said
    void show(Graded graded, String explanation) {}

    /// Told once other answers are known to be right.
    void answersAreKnown() {}

    final CellTools tools() {
        return tools;
    }

    private void showWhetherChanged() {
        boolean changed = bench.notebook().edited(id);
        restore.setVisible(changed);
        setClassName("changed", changed);
    }
}
