package org.stepback.playground.ui;

import org.stepback.exercise.RefusedException;
import org.stepback.interop.export.Export;
import org.stepback.interop.export.Framework;
import org.stepback.playground.PlaygroundExport;
import org.stepback.playground.PlaygroundFile;
import org.stepback.playground.PlaygroundNotebook;
import org.stepback.playground.Snapshot;

/// The ways out of a playground: its file, a notebook, and a program for each framework.
final class Saves {
    private final Board board;
    private final NotebookDoor door = new NotebookDoor();

    Saves(Board board) {
        this.board = board;
    }

    /// @param as `file`, `notebook` or a framework's name; a browser may send anything
    /// @throws IllegalArgumentException with a sentence, where there are no points to put into a notebook
    /// @throws RefusedException with a sentence, where the framework cannot do what is done here
    void save(Snapshot snapshot, String as) {
        switch (as) {
            case "file" -> board.download("playground.json", PlaygroundFile.write(snapshot));
            case "notebook" -> {
                String text = PlaygroundNotebook.of(snapshot).write();
                board.getUI().ifPresent(page -> door.open(page, text));
            }
            default -> Framework.named(as).ifPresent(framework -> export(snapshot, framework, as));
        }
    }

    private void export(Snapshot snapshot, Framework framework, String name) {
        Export export = PlaygroundExport.of(snapshot, framework);
        board.download("playground-%s.py".formatted(name), export.code());
        export.numbers().ifPresent(numbers -> board.download(PlaygroundExport.NUMBERS, numbers));
    }
}
