package org.stepback.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.exercise.CellReader;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;

/// What can be done with the own cells of a [Document]; the author's cells stay where they are.
final class OwnCells {
    /// How many own cells a notebook holds at most.
    static final int MOST = 100;

    private OwnCells() {}

    /// The document with a cell behind another one of the page.
    ///
    /// @param behind any cell of the page; empty for the top
    static Document add(Document document, Exercise exercise, String behind, OwnCell cell) {
        if (document.own().size() >= MOST) {
            throw new RefusedException("A notebook has at most " + MOST + " cells of your own. Delete one first.");
        }
        refuseTooLong(cell.text());
        Document with = document.with(Document.OWN + cell.id(), Document.KIND, cell.kind())
                .with(Document.OWN + cell.id(), Document.TEXT, cell.text());
        return with.ordered(placed(document.own(), exercise, behind, cell));
    }

    /// The document with an own cell moved behind another one.
    static Document move(Document document, Exercise exercise, String id, String behind) {
        OwnCell cell = wanted(document, id);
        if (behind.equals(id)) {
            return document;
        }
        List<OwnCell> others = new ArrayList<>(document.own());
        others.remove(cell);
        return document.ordered(placed(others, exercise, behind, cell));
    }

    static Document delete(Document document, String id) {
        OwnCell cell = wanted(document, id);
        List<OwnCell> others = new ArrayList<>(document.own());
        others.remove(cell);
        return document.without(Document.OWN + id).ordered(others);
    }

    /// The document with an own cell's text as typed. While it can't be read, the last sound one is kept beside it.
    static Document retype(Document document, Exercise exercise, String id, String text) {
        OwnCell cell = wanted(document, id);
        refuseTooLong(text);
        Document typed = document.with(Document.OWN + id, Document.TEXT, text);
        if (isReadable(typed, exercise, id)) {
            return typed.with(Document.OWN + id, Document.SOUND, null);
        }
        return isReadable(document, exercise, id) ? typed.with(Document.OWN + id, Document.SOUND, cell.text()) : typed;
    }

    private static boolean isReadable(Document document, Exercise exercise, String id) {
        List<OwnCell> asTyped = document.own().stream()
                .map(cell -> cell.id().equals(id) ? cell.asTyped() : cell)
                .toList();
        return CellReader.resolve(exercise, document.edits(), asTyped).cell(id).isPresent();
    }

    static OwnCell wanted(Document document, String id) {
        return document.own().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException("You have no cell \"" + id + "\" of your own here."));
    }

    /// A name that no cell of the page has: `net`, or `net-2`, …
    static String freeId(Document document, Exercise exercise, String wanted) {
        Set<String> taken = new HashSet<>();
        exercise.cells().forEach(cell -> taken.add(cell.id()));
        document.own().forEach(cell -> taken.add(cell.id()));
        String stem = wanted.replaceFirst("-\\d+$", "");
        String free = stem;
        for (int number = 2; taken.contains(free); number++) {
            free = stem + "-" + number;
        }
        return free;
    }

    /// The document in which no own cell has the name of an author's, should the author have taken it since.
    static Document apart(Document document, Exercise exercise) {
        for (OwnCell cell : document.own()) {
            if (exercise.cell(cell.id()).isPresent()) {
                OwnCell renamed = new OwnCell(
                        freeId(document, exercise, cell.id()), cell.kind(), cell.text(), cell.after(), cell.sound());
                List<OwnCell> order = document.own().stream()
                        .map(other -> other.id().equals(cell.id()) ? renamed : other)
                        .toList();
                document = document.without(Document.OWN + cell.id())
                        .with(Document.OWN + renamed.id(), Document.KIND, renamed.kind())
                        .with(Document.OWN + renamed.id(), Document.TEXT, renamed.text())
                        .with(
                                Document.OWN + renamed.id(),
                                Document.SOUND,
                                renamed.sound().orElse(null))
                        .ordered(order);
            }
        }
        return document;
    }

    private static List<OwnCell> placed(List<OwnCell> others, Exercise exercise, String behind, OwnCell cell) {
        List<OwnCell> placed = new ArrayList<>(others);
        Optional<OwnCell> own =
                others.stream().filter(other -> other.id().equals(behind)).findFirst();
        if (own.isPresent()) {
            placed.add(others.indexOf(own.get()) + 1, behind(cell, own.get().after()));
        } else if (behind.isEmpty() || exercise.cell(behind).isPresent()) {
            placed.addFirst(behind(cell, behind));
        } else {
            throw new RefusedException("There is no cell \"" + behind + "\" in this notebook.");
        }
        return placed;
    }

    private static OwnCell behind(OwnCell cell, String after) {
        return new OwnCell(cell.id(), cell.kind(), cell.text(), after, cell.sound());
    }

    private static void refuseTooLong(String text) {
        if (text.length() > OwnCell.MAX_LENGTH) {
            throw new RefusedException(
                    "A cell holds at most " + OwnCell.MAX_LENGTH + " characters, and this has " + text.length() + ".");
        }
    }
}
