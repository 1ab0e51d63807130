package org.stepback.exercise.read;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Kind;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.Finding;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import tools.jackson.databind.JsonNode;

/// Reads cells, an author's from YAML and a student's from edits, with the same rules and the same sentences.
public final class CellReader {

    private CellReader() {}

    /// Reads one cell; empty, with findings, if it is not sound.
    static Optional<Cell> read(Kind kind, String id, Node node, CellScope surroundings, Findings findings) {
        int before = findings.count();
        MappingReader fields = new FieldReader(node, "", "A " + kind.key() + " cell", findings).fields("");
        if (findings.count() > before) {
            return Optional.empty();
        }
        Cell cell =
                switch (kind) {
                    case DATA -> DataReader.read(id, fields, surroundings);
                    case NETWORK -> NetReader.read(id, fields, surroundings);
                    case TRAIN -> TrainReader.read(id, fields, surroundings);
                    case TRACE -> TraceReader.read(id, fields, surroundings);
                    case NUMBER -> QuestionReader.number(id, fields, surroundings);
                    case CHOICE -> QuestionReader.choice(id, fields, surroundings);
                    case PROSE -> throw new IllegalArgumentException("prose has no fields");
                };
        return findings.count() == before ? Optional.of(cell) : Optional.empty();
    }

    /// Returns a field of a cell as JSON, in the form that an [Edit] takes; the author's answer to a question is
    /// empty.
    ///
    /// @throws IllegalArgumentException if the cell has no such field
    public static JsonNode field(Cell cell, String name) {
        JsonNode field = CellJson.fields(cell).get(name);
        if (field == null) {
            throw new IllegalArgumentException("cell " + cell.id() + " has no field " + name);
        }
        return field;
    }

    /// Returns the names of a cell's fields, in the order of the file format.
    public static List<String> fields(Cell cell) {
        return switch (cell) {
            case Cell.Data data -> DataReader.fieldsOf(data.source());
            case Cell.Net net -> NetReader.FIELDS;
            case Cell.Train train -> TrainReader.FIELDS;
            case Cell.Trace trace -> TraceReader.FIELDS;
            case Cell.NumberQuestion _, Cell.ChoiceQuestion _ -> List.of(Edit.ANSWER);
            case Cell.Prose prose -> List.of();
        };
    }

    /// Explains why a student may not make this edit; empty if it may be made, whatever its value.
    public static Optional<String> refusal(Exercise exercise, Edit edit) {
        return placeRefusal(exercise, edit).or(() -> valueRefusal(edit));
    }

    private static Optional<String> valueRefusal(Edit edit) {
        int longest = Edit.longest(edit.field());
        if (edit.json().length() > longest) {
            return Optional.of("This is too long: a field holds at most " + longest + " characters.");
        }
        Findings findings = new Findings();
        NodeParser.json(edit.json(), findings);
        return findings.all().stream().findFirst().map(Finding::message);
    }

    /// Returns whether the edit is short enough, and of a field that a student may change.
    static boolean isOpen(Exercise exercise, Edit edit) {
        return edit.json().length() <= Edit.longest(edit.field())
                && placeRefusal(exercise, edit).isEmpty();
    }

    private static Optional<String> placeRefusal(Exercise exercise, Edit edit) {
        Optional<Cell> cell = exercise.cell(edit.cell());
        if (cell.isEmpty()) {
            List<String> known = exercise.cells().stream()
                    .filter(c -> Kind.of(c) != Kind.PROSE)
                    .map(Cell::id)
                    .toList();
            return Optional.of(NameSuggestions.unknown("cell", edit.cell(), known));
        }
        List<String> fields = fields(cell.get());
        if (edit.field().equals(Edit.SOURCE)) {
            boolean open =
                    !Kind.of(cell.get()).isQuestion() && fields.stream().anyMatch(field -> mayEdit(cell.get(), field));
            return open ? Optional.empty() : Optional.of("The author has locked \"" + edit.cell() + "\".");
        }
        if (!fields.contains(edit.field())) {
            return Optional.of(NameSuggestions.unknown("field", edit.field(), fields));
        }
        return mayEdit(cell.get(), edit.field())
                ? Optional.empty()
                : Optional.of("The author has locked \"" + edit.field() + "\" of \"" + edit.cell() + "\".");
    }

    static boolean mayEdit(Cell cell, String field) {
        return Kind.of(cell).isQuestion() || cell.access().allows(field);
    }

    /// Returns the exercise as one student has it. Takes a few milliseconds at most and never throws, whatever the
    /// edits hold.
    ///
    /// Edits that [#refusal] speaks against change nothing. Of two edits of one field the later counts.
    public static Resolved resolve(Exercise exercise, Collection<Edit> edits) {
        return new EditApplier(exercise, edits).resolved();
    }

    /// Returns the exercise as one student has it, with the student's own cells in their places. An own cell whose
    /// text can't be read, and whose last sound one can't either, has its problems listed and is not among
    /// the cells.
    ///
    /// @param own in the order of the page, ids distinct and no author's
    public static Resolved resolve(Exercise exercise, Collection<Edit> edits, List<OwnCell> own) {
        Resolved authors = resolve(exercise, edits);
        return own.isEmpty() ? authors : new OwnCellReader(authors, exercise.tables(), own).resolved();
    }

    /// Returns the ids of an exercise's cells and a student's own in the order of the page.
    public static List<String> order(Exercise exercise, List<OwnCell> own) {
        return OwnCellReader.order(exercise.cells(), own);
    }
}
