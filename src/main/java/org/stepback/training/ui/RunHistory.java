package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepback.training.KeptRun;
import org.stepback.training.Run;
import org.stepback.ui.PageTicker;
import org.stepback.ui.Styled;

/// The runs of a cell: fork the present one, sweep a setting, and lay what came of earlier ones over the loss chart.
final class RunHistory extends Div {
    private static final int MOST_OVERLAYS = 8;

    private final CellRun cellRun;
    private final Function<Runnable, Optional<String>> attempt;
    private final Runnable overlaid;
    private final Paragraph problem = Styled.paragraph("field-error", "");
    private final RunTable table;
    private final DifferenceTable differences = new DifferenceTable();
    private final Paragraph empty = Styled.paragraph("quiet", "No runs yet: each run that you start is kept here.");
    private final NativeDetails details = new NativeDetails("Runs of this cell, forks and sweeps");
    private final Div undo = Styled.div("undo-deletion");
    private final Set<UUID> chosen = new HashSet<>();
    private List<KeptRun> kept = List.of();
    private volatile long shownVersion = -1;
    private volatile boolean open;
    private boolean built;

    /// @param attempt does what a person asked for, and gives why it is refused, if it is
    /// @param overlaid called when other runs are to be laid over the loss chart
    RunHistory(CellRun cellRun, PageTicker ticker, Function<Runnable, Optional<String>> attempt, Runnable overlaid) {
        this.cellRun = cellRun;
        this.attempt = attempt;
        this.overlaid = overlaid;
        table = new RunTable(this::choose, this::rename, this::forget);
        addClassName("run-history");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        undo.setVisible(false);
        details.addToggleListener(event -> {
            open = event.isOpened();
            if (open && !built) {
                built = true;
                details.setContent(body(ticker));
            }
            refresh();
        });
        add(details);
        ticker.refresh(this, () -> open && cellRun.keptVersion() != shownVersion, this::refresh);
    }

    private Div body(PageTicker ticker) {
        var help = Styled.paragraph(
                "help",
                "Every run is kept with its settings and its result: the newest 40 of this cell. When"
                        + " there are more, the oldest without a name goes.");
        return Styled.div(
                "run-history-body",
                new RunFork(cellRun, attempt),
                new RunSweep(cellRun, ticker),
                help,
                empty,
                problem,
                undo,
                table,
                differences);
    }

    /// The runs that are laid over the chart of another one.
    List<KeptRun> chosen(@Nullable Run but) {
        return kept.stream()
                .filter(run -> chosen.contains(run.id()) && (but == null || !but.isKeptAs(run)))
                .limit(MOST_OVERLAYS)
                .toList();
    }

    private void refresh() {
        if (open) {
            shownVersion = cellRun.keptVersion();
            kept = cellRun.kept();
            chosen.retainAll(kept.stream().map(KeptRun::id).toList());
            empty.setVisible(kept.isEmpty());
            table.show(kept, chosen);
            compare();
        }
    }

    private void compare() {
        differences.show(kept.stream().filter(run -> chosen.contains(run.id())).toList());
    }

    private void choose(KeptRun run, boolean on) {
        if (on) {
            chosen.add(run.id());
        } else {
            chosen.remove(run.id());
        }
        compare();
        overlaid.run();
    }

    private void rename(KeptRun run, String name) {
        String refusal = attempt.apply(() -> cellRun.rename(run, name)).orElse("");
        problem.setText(refusal);
        problem.setVisible(!refusal.isEmpty());
        refresh();
        overlaid.run();
    }

    private void forget(KeptRun run) {
        cellRun.forget(run);
        NativeButton back = Styled.button("link-button", "Undo", () -> restore(run));
        undo.removeAll();
        undo.add(new Span(run.title() + " is deleted. "), back);
        undo.setVisible(true);
        back.focus();
        refresh();
        overlaid.run();
    }

    private void restore(KeptRun run) {
        String refusal = attempt.apply(() -> cellRun.restore(run)).orElse("");
        problem.setText(refusal);
        problem.setVisible(!refusal.isEmpty());
        undo.setVisible(!refusal.isEmpty());
        refresh();
        overlaid.run();
    }
}
