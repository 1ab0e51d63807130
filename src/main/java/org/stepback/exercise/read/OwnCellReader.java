package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepback.data.CsvFile;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Kind;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.SourcePosition;

/// Reads a student's own cells into a notebook, between the author's cells and after them.
///
/// An own cell may name any cell above it, an author's cell only an author's: so what a student adds never changes what
/// is graded.
final class OwnCellReader {
    private final Resolved authors;
    private final Map<String, CsvFile> tables;
    private final Map<String, OwnCell> own = new LinkedHashMap<>();
    private final Map<String, Cell> known = new LinkedHashMap<>();
    private final Map<String, Kind> earlier = new LinkedHashMap<>();
    private final Map<String, Kind> later = new LinkedHashMap<>();
    private final Map<String, List<FieldProblem>> problems;

    OwnCellReader(Resolved authors, Map<String, CsvFile> tables, Collection<OwnCell> own) {
        this.authors = authors;
        this.tables = tables;
        this.problems = new LinkedHashMap<>(authors.problems());
        own.forEach(cell -> this.own.put(cell.id(), cell));
    }

    /// Returns the ids of all cells in the order of the page.
    static List<String> order(List<Cell> authors, Collection<OwnCell> own) {
        Map<String, List<String>> behind = new LinkedHashMap<>();
        own.forEach(cell ->
                behind.computeIfAbsent(cell.after(), after -> new ArrayList<>()).add(cell.id()));
        List<String> order =
                new ArrayList<>(Optional.ofNullable(behind.remove("")).orElse(List.of()));
        for (Cell cell : authors) {
            order.add(cell.id());
            order.addAll(Optional.ofNullable(behind.remove(cell.id())).orElse(List.of()));
        }
        behind.values().forEach(order::addAll);
        return order;
    }

    Resolved resolved() {
        List<String> order = order(authors.cells(), own.values());
        Map<String, Cell> authored = new HashMap<>();
        authors.cells().forEach(cell -> authored.put(cell.id(), cell));
        order.forEach(id -> later.put(id, authored.containsKey(id) ? Kind.of(authored.get(id)) : kind(id)));
        for (String id : order) {
            Kind kind = later.remove(id);
            Optional<Cell> cell = authored.containsKey(id) ? Optional.of(authored.get(id)) : read(own.get(id));
            cell.ifPresent(found -> known.put(id, found));
            earlier.put(id, kind);
        }
        List<Cell> cells = List.copyOf(known.values());
        CellCompatibility.problems(cells, tables).forEach((id, misfits) -> {
            if (own.containsKey(id)) {
                note(id, misfits);
            }
        });
        return new Resolved(cells, problems, authors.answers());
    }

    private Kind kind(String id) {
        return own.get(id).readAs();
    }

    private Optional<Cell> read(OwnCell cell) {
        Findings findings = new Findings();
        Optional<Cell> read = read(cell, cell.text(), findings);
        note(cell.id(), findings.all().stream().map(EditApplier::typed).toList());
        return read.isPresent() ? read : cell.sound().flatMap(sound -> read(cell, sound, new Findings()));
    }

    private Optional<Cell> read(OwnCell cell, String text, Findings findings) {
        if (cell.isNote()) {
            Markdown.check(text, SourcePosition.START, findings);
            return Optional.of(new Cell.Prose(cell.id(), text));
        }
        Optional<Node> node = NodeParser.yaml(text, SourcePosition.START, findings);
        if (node.isEmpty() && !findings.none()) {
            lookAbove(cell, text, findings);
        }
        return node.flatMap(found -> read(cell, found, findings)).filter(found -> refersToReadable(found, findings));
    }

    private Optional<Cell> read(OwnCell cell, Node node, Findings findings) {
        var surroundings = new CellScope(tables, Set.of(), earlier, later);
        return CellReader.read(kind(cell.id()), cell.id(), node, surroundings, findings);
    }

    /// Reads the lines above the fault of a text that is not YAML: they may have mistakes of their own; what is missing
    /// there may still follow.
    private void lookAbove(OwnCell cell, String text, Findings findings) {
        int fault = findings.all().getFirst().place().line();
        Findings above = new Findings();
        String lines = text.lines().limit(fault - 1).map(line -> line + "\n").collect(Collectors.joining());
        NodeParser.yaml(lines, SourcePosition.START, above).ifPresent(node -> {
            read(cell, node, above);
            above.all().stream()
                    .filter(finding -> !finding.place().equals(node.place()))
                    .forEach(findings::add);
        });
    }

    /// Returns whether the cells that this one names can be read: it is shown with them.
    private boolean refersToReadable(Cell cell, Findings findings) {
        return switch (cell) {
            case Cell.Net net -> isReadable("input", net.input(), findings);
            case Cell.Train train ->
                isReadable("network", train.network(), findings) & isReadable("data", train.data(), findings);
            case Cell.Trace trace -> isReadable("train", trace.train(), findings);
            case Cell.Data _, Cell.Prose _, Cell.NumberQuestion _, Cell.ChoiceQuestion _ -> true;
        };
    }

    private boolean isReadable(String field, String id, Findings findings) {
        if (!known.containsKey(id)) {
            findings.add(
                    SourcePosition.START, field, "The cell \"" + id + "\" has a mistake of its own. Mend it first.");
        }
        return known.containsKey(id);
    }

    private void note(String id, List<FieldProblem> found) {
        if (!found.isEmpty()) {
            List<FieldProblem> all = new ArrayList<>(problems.getOrDefault(id, List.of()));
            all.addAll(found);
            problems.put(id, all);
        }
    }
}
