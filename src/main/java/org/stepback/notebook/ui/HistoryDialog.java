package org.stepback.notebook.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stepback.notebook.NotebookService.Version;
import org.stepback.ui.Styled;

/// A notebook's past, the latest change first; any moment of it can be had back.
final class HistoryDialog extends Dialog {
    private static final int MOST = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH);

    HistoryDialog(Workbench bench) {
        setHeaderTitle("Earlier versions");
        List<Version> versions = bench.versions();
        var list = new OrderedList();
        list.addClassName("versions");
        Optional<Version> now =
                versions.stream().filter(version -> !version.undone()).findFirst();
        for (Version version : versions.stream().limit(MOST).toList()) {
            list.add(
                    new ListItem(row(bench, version, now.filter(version::equals).isPresent())));
        }
        add(new Paragraph(
                versions.isEmpty()
                        ? "Nothing was changed here yet."
                        : "Every change is here, also what was undone. Going back is a change like any other: Undo takes"
                                + " it back."));
        add(list);
        getFooter().add(Styled.button("button", "Close", this::close));
    }

    private Div row(Workbench bench, Version version, boolean now) {
        var time = Styled.span("quiet", TIME.format(version.made().atZone(ZoneId.systemDefault())));
        var row = Styled.div("version", time, Styled.span("version-label", version.label()));
        if (version.undone()) {
            row.add(Styled.span("version-undone", "undone"));
        }
        if (now) {
            row.add(new Span("this is now"));
        } else {
            var restore = Styled.button("button quiet-button", "Go back to this", () -> {
                bench.restoreVersion(version.number());
                close();
            });
            row.add(restore);
        }
        return row;
    }
}
