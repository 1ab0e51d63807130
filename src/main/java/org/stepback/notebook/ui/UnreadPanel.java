package org.stepback.notebook.ui;

import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Resolved;
import org.stepback.training.ui.RunPanel;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.Styled;

/// An own cell that can't be read: it says so until its text or the cells that it names are mended. What its training
/// has shown before stays, as stale.
final class UnreadPanel extends CellPanel {
    UnreadPanel(Workbench bench, String cell, RunPanels runs) {
        super(bench, cell, kind(bench.notebook().own(cell).orElseThrow()), "");
        var sentence = Styled.paragraph("quiet", "This cell can't be shown as controls yet.");
        fill(sentence);
        if (bench.notebook().kind(cell).equals("train")) {
            RunPanel run = runs.of(bench.student(), bench.slug(), cell);
            if (!run.isEmpty()) {
                fill(run);
                bench.onChange(() -> block(bench, cell, run));
                block(bench, cell, run);
            }
        }
    }

    private static void block(Workbench bench, String cell, RunPanel run) {
        Resolved resolved = bench.notebook().resolved();
        run.blocked(
                resolved,
                resolved.obstacles(cell).stream()
                        .findFirst()
                        .map(FieldProblem::message)
                        .orElse("This cell can't be read."));
    }

    private static String kind(OwnCell cell) {
        return switch (cell.kind()) {
            case "data" -> "Data";
            case "network" -> "Network";
            case "train" -> "Training";
            case "trace" -> "Trace";
            default -> "Note";
        };
    }
}
