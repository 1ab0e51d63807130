package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.stepback.exercise.OwnCell;

/// An own cell that can't be read: it says so until its text or the cells that it names are mended.
final class UnreadPanel extends CellPanel {
    UnreadPanel(Workbench bench, String cell) {
        super(bench, cell, kind(bench.notebook().own(cell).orElseThrow()), "");
        var sentence = new Paragraph("This cell can't be shown as controls yet.");
        sentence.addClassName("quiet");
        fill(sentence);
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
