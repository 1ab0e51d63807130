package org.stepback.notebook.ui;

import com.vaadin.flow.server.VaadinSession;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;
import org.stepback.training.ui.RunPanel;
import org.stepback.ui.RenameDialog;

/// Does what a person asks of a notebook's cells. What comes from the browser is only names; the service refuses what
/// may not be.
final class CellCommands {
    private static final int LONGEST_NAME = 36;

    private final Workbench bench;
    private final CellColumn column;

    /// A cell that was copied or cut, to paste it here or into another notebook.
    private record Clipping(String kind, String name, String text) {}

    CellCommands(Workbench bench, CellColumn column) {
        this.bench = bench;
        this.column = column;
    }

    /// @throws RefusedException in words, where it can't be done
    void run(String name, String cell, String kind, String behind) {
        switch (name) {
            case "add" -> column.select(bench.add(behind, kind), kind.equals(OwnCell.NOTE));
            case "duplicate" -> column.select(paste(clipping(cell), cell), false);
            case "copy" -> copy(cell);
            case "cut" -> {
                copy(cell);
                bench.delete(cell);
            }
            case "paste" -> column.select(paste(clipboard(), behind), false);
            case "move" -> {
                bench.move(cell, behind);
                column.select(cell, false);
            }
            case "rename" -> {
                if (bench.isOwn(cell)) {
                    renaming(cell).open();
                }
            }
            case "delete" -> bench.delete(cell);
            case "undo" -> bench.undo();
            case "redo" -> bench.redo();
            case "fold" -> bench.fold(cell, !bench.notebook().folded().contains(cell));
            case "run-all" -> column.queue().run(column.runs());
            case "run-stale" ->
                column.queue()
                        .run(column.runs().stream().filter(RunPanel::isOpen).toList());
            case "restart" -> column.slot(cell).flatMap(CellSlot::run).ifPresent(RunPanel::begin);
            case "stop" -> {
                column.queue().clear();
                column.runs().forEach(RunPanel::pause);
            }
            case "reset-all" -> {
                column.queue().clear();
                column.runs().forEach(RunPanel::reset);
            }
            case "history" -> new HistoryDialog(bench).open();
            case "source" -> column.slot(cell).ifPresent(CellSlot::toggleSource);
            case "edit" -> column.slot(cell).ifPresent(CellSlot::edit);
            default -> {} // nothing that the page has a key or a button for
        }
    }

    private RenameDialog renaming(String cell) {
        return new RenameDialog(cell, "Name of the cell", LONGEST_NAME, name -> {
                    bench.renameCell(cell, name);
                    column.select(name, false);
                })
                .help("Your cells that use it follow. A training starts again under its new name.");
    }

    private void copy(String cell) {
        VaadinSession.getCurrent().setAttribute(Clipping.class, clipping(cell));
    }

    private static Clipping clipboard() {
        Clipping clipping = VaadinSession.getCurrent().getAttribute(Clipping.class);
        if (clipping == null) {
            throw new RefusedException("There is nothing to paste yet. Select a cell and press C first.");
        }
        return clipping;
    }

    private String paste(Clipping clipping, String behind) {
        return bench.paste(behind, clipping.kind(), clipping.name(), clipping.text());
    }

    private Clipping clipping(String cell) {
        if (!bench.notebook().order().contains(cell)) {
            throw new RefusedException("There is no such cell in this notebook.");
        }
        String kind = bench.notebook().kind(cell);
        if (kind.isEmpty()) {
            throw new RefusedException("A question can't be copied: it is graded where it stands.");
        }
        return new Clipping(kind, cell, bench.notebook().text(cell));
    }
}
