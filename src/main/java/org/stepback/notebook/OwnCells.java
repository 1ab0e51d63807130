package org.stepback.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CellText;
import tools.jackson.databind.JsonNode;

/// Changes the own cells of a [Document]; the author's cells stay where they are.
final class OwnCells {
    /// The most own cells of a notebook.
    static final int MOST = 100;

    /// The fields by which a cell names another one.
    private static final List<String> USES = List.of("input", "network", "data");

    private OwnCells() {}

    /// Returns the document with a cell behind another one of the page.
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

    /// Returns the document with an own cell moved behind another one.
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

    /// Returns the document with an own cell's text as typed. While it can't be read, the last sound one is kept too.
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

    /// Returns a name that no cell of the page has: `net`, or `net-2`, …
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

    /// Returns the document with an own cell under another name; the own cells that name it name it so.
    ///
    /// @throws RefusedException where the name can't be one, or another cell has it
    static Document rename(Document document, Exercise exercise, String id, String name) {
        OwnCell cell = wanted(document, id);
        if (!isName(name)) {
            throw new RefusedException(
                    "A name begins with a small letter and has small letters, digits, - and _ after it,"
                            + " 36 at most; p1, p2, … are the author's texts.");
        }
        boolean taken = exercise.cell(name).isPresent()
                || document.own().stream().anyMatch(own -> own.id().equals(name));
        if (taken && !name.equals(id)) {
            throw new RefusedException("Another cell is called \"" + name + "\".");
        }
        List<OwnCell> cells = document.own().stream()
                .map(other -> other.equals(cell) ? withId(other, name) : withUse(other, id, name))
                .toList();
        return rewritten(document.without(Document.OWN + id), cells);
    }

    /// Returns whether a student's cell may be called so.
    static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9_-]{0,35}") && !name.matches("p[0-9]+");
    }

    private static OwnCell withId(OwnCell cell, String id) {
        return new OwnCell(id, cell.kind(), cell.text(), cell.after(), cell.sound());
    }

    /// Returns a cell that names another one by its new name; a text with a mistake stays as it is.
    private static OwnCell withUse(OwnCell cell, String id, String name) {
        UnaryOperator<String> rename = text -> {
            for (String field : USES) {
                JsonNode before = CellText.field(text, Optional.empty(), field);
                if (before.asString("").equals(id)) {
                    text = CellText.with(text, field, before, CellText.value(name))
                            .orElse(text);
                }
            }
            return text;
        };
        return cell.kind().equals(OwnCell.NOTE)
                ? cell
                : new OwnCell(
                        cell.id(),
                        cell.kind(),
                        rename.apply(cell.text()),
                        cell.after(),
                        cell.sound().map(rename));
    }

    /// The document with these own cells, as they are now, in this order.
    private static Document rewritten(Document document, List<OwnCell> cells) {
        for (OwnCell cell : cells) {
            String place = Document.OWN + cell.id();
            document = document.with(place, Document.KIND, cell.kind())
                    .with(place, Document.TEXT, cell.text())
                    .with(place, Document.SOUND, cell.sound().orElse(null));
        }
        return document.ordered(cells);
    }

    /// The document in which no own cell has the name of an author's, should the author have taken it since.
    static Document apart(Document document, Exercise exercise) {
        for (OwnCell cell : document.own()) {
            if (exercise.cell(cell.id()).isPresent()) {
                String free = freeId(document, exercise, cell.id());
                List<OwnCell> cells = document.own().stream()
                        .map(other -> other.id().equals(cell.id()) ? withId(other, free) : other)
                        .toList();
                document = rewritten(document.without(Document.OWN + cell.id()), cells);
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
