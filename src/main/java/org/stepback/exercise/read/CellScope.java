package org.stepback.exercise.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.data.CsvFile;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Kind;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.NameSuggestions;

/// The names that a cell may refer to: the tables of its exercise, and the cells above it.
///
/// @param brokenTables the tables of its exercise that could not be read
/// @param later the cells below it, which it may not name
/// @param access the fields that the author opens to a student who edits the cell; empty where the cell itself says so
record CellScope(
        Map<String, CsvFile> tables,
        Set<String> brokenTables,
        Map<String, Kind> earlier,
        Map<String, Kind> later,
        Optional<Access> access) {

    CellScope(
            Map<String, CsvFile> tables, Set<String> brokenTables, Map<String, Kind> earlier, Map<String, Kind> later) {
        this(tables, brokenTables, earlier, later, Optional.empty());
    }

    /// Returns what a student's version of the author's cell at an index may refer to.
    static CellScope at(int index, List<Cell> cells, Map<String, CsvFile> tables) {
        return new CellScope(
                tables,
                Set.of(),
                kinds(cells.subList(0, index)),
                kinds(cells.subList(index + 1, cells.size())),
                Optional.of(cells.get(index).access()));
    }

    private static Map<String, Kind> kinds(List<Cell> cells) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        cells.forEach(cell -> kinds.put(cell.id(), Kind.of(cell)));
        return kinds;
    }

    /// Returns the id of a cell of that kind, below the one that is read.
    String below(FieldReader slot, Kind kind) {
        String id = slot.scalar();
        if (later.get(id) != kind) {
            List<String> known = later.keySet().stream()
                    .filter(name -> later.get(name) == kind)
                    .toList();
            slot.refuse(slot.subject() + " must name a " + kind.key() + " cell further down. "
                    + (known.isEmpty()
                            ? "There is none."
                            : "There: " + String.join(", ", known) + ". " + slot.found()));
        }
        return id;
    }

    /// Returns the id of a cell of that kind, above the one that is read.
    String reference(FieldReader slot, Kind kind) {
        return reference(slot, kind, "above this one");
    }

    /// Returns the id of a cell of that kind.
    ///
    /// @param where what a sentence says of the cells that may be named
    String reference(FieldReader slot, Kind kind, String where) {
        String expected = slot.subject() + " must name a " + kind.key() + " cell " + where + ".";
        String id = slot.scalar();
        if (id.isBlank()) {
            slot.refuse(expected + " " + slot.found());
        } else if (later.get(id) == kind) {
            slot.refuse(expected + " \"" + id + "\" stands further down.");
        } else if (earlier.containsKey(id) && earlier.get(id) != kind) {
            slot.refuse(expected + " \"" + id + "\" is a " + earlier.get(id).key() + " cell.");
        } else if (earlier.get(id) != kind) {
            List<String> known = earlier.keySet().stream()
                    .filter(k -> earlier.get(k) == kind)
                    .toList();
            slot.refuse(NameSuggestions.unknown(kind.key() + " cell", id, known));
        }
        return id;
    }
}
