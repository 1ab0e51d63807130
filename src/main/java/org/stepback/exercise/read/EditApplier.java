package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Kind;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.Finding;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.SourcePosition;

/// Applies a student's edits to an exercise.
final class EditApplier {
    private final Exercise exercise;
    private final Map<String, Map<String, String>> edits = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, List<FieldProblem>> problems = new LinkedHashMap<>();
    private final Map<String, String> answers = new HashMap<>();

    EditApplier(Exercise exercise, Collection<Edit> edits) {
        this.exercise = exercise;
        for (Edit edit : edits) {
            if (CellReader.isOpen(exercise, edit)) {
                this.edits
                        .computeIfAbsent(edit.cell(), id -> new LinkedHashMap<>())
                        .put(edit.field(), edit.json());
            }
        }
    }

    Resolved resolved() {
        for (int i = 0; i < exercise.cells().size(); i++) {
            Cell cell = exercise.cells().get(i);
            Map<String, String> changed = edits.getOrDefault(cell.id(), Map.of());
            if (Kind.of(cell).isQuestion()) {
                answer(cell, changed);
                cells.add(cell);
            } else {
                cells.add(changed.isEmpty() ? cell : edited(i, cell, changed).orElse(cell));
            }
        }
        CellCompatibility.problems(cells, exercise.tables())
                .forEach((id, misfits) ->
                        problems.computeIfAbsent(id, key -> new ArrayList<>()).addAll(misfits));
        return new Resolved(cells, problems, answers);
    }

    private void answer(Cell cell, Map<String, String> changed) {
        Optional.ofNullable(changed.get(Edit.ANSWER))
                .flatMap(json -> NodeParser.json(json, new Findings()))
                .map(node -> new FieldReader(node, Edit.ANSWER, "The answer", new Findings()).scalar())
                .filter(answer -> !answer.isBlank())
                .ifPresent(answer -> answers.put(cell.id(), answer));
    }

    private Optional<Cell> edited(int index, Cell cell, Map<String, String> changed) {
        Findings findings = new Findings();
        CellScope surroundings = CellScope.at(index, exercise.cells(), exercise.tables());
        boolean typed = changed.containsKey(Edit.SOURCE);
        Optional<Cell> read = typed
                ? new TypedCell(cell, surroundings, findings).read(changed.get(Edit.SOURCE))
                : CellReader.read(
                        Kind.of(cell),
                        cell.id(),
                        new Node.Mapping(SourcePosition.START, entries(cell, changed, findings)),
                        surroundings,
                        findings);
        if (!findings.none()) {
            List<FieldProblem> found = findings.all().stream()
                    .map(typed ? EditApplier::typed : EditApplier::problem)
                    .toList();
            problems.put(cell.id(), new ArrayList<>(found));
        }
        return findings.none() ? read : Optional.empty();
    }

    private static Map<String, Node.Entry> entries(Cell cell, Map<String, String> changed, Findings findings) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        CellJson.settings(cell).forEach((key, value) -> entries.put(key, entry(NodeParser.of(value))));
        changed.forEach((field, json) -> {
            Findings own = new Findings();
            NodeParser.json(json, own).ifPresent(value -> entries.put(field, entry(value)));
            own.all()
                    .forEach(finding ->
                            findings.add(new Finding(finding.place(), field, finding.message(), finding.proposal())));
        });
        return entries;
    }

    private static Node.Entry entry(Node value) {
        return new Node.Entry(SourcePosition.START, value);
    }

    private static FieldProblem problem(Finding finding) {
        return new FieldProblem(field(finding), finding.path(), finding.message(), finding.proposal());
    }

    /// Returns a problem of a cell whose text was typed. One that is not within a field says its place in words too.
    static FieldProblem typed(Finding finding) {
        int line = finding.place().line();
        int column = finding.place().column();
        String where = finding.path().isEmpty() ? "Line %d, column %d: ".formatted(line, column) : "";
        return new FieldProblem(
                field(finding), finding.path(), where + finding.message(), line, column, finding.proposal());
    }

    private static String field(Finding finding) {
        return finding.path().split("[.\\[]", 2)[0];
    }
}
