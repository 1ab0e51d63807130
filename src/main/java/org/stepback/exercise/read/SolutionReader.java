package org.stepback.exercise.read;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Solution;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.Range;
import org.stepback.number.NumberText;
import org.stepback.number.Numeral;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads `solution.yaml`: `edits` as `cell: {field: value}`, and `slips` that change some of them.
final class SolutionReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_SLIPS = 100;
    private static final int LONGEST_NAME = 200;

    /// An edit's cell and field.
    private record Target(String cell, String field) {}

    private final Exercise exercise;

    SolutionReader(Exercise exercise) {
        this.exercise = exercise;
    }

    Solution read(MappingReader fields) {
        FieldReader editsSlot = fields.slot("edits");
        Map<Target, Edit> edits = edits(editsSlot);
        mustResolve(editsSlot, edits.values().stream().toList());
        List<Solution.Slip> slips = fields.slot("slips").optionalItems("slip %d", 0, MAX_SLIPS).stream()
                .map(slot -> slip(slot, edits))
                .toList();
        fields.done();
        return new Solution(edits.values().stream().toList(), slips);
    }

    private Solution.Slip slip(FieldReader slot, Map<Target, Edit> solution) {
        MappingReader fields = slot.fields(" of " + NameSuggestions.lower(slot.subject()));
        Map<Target, Edit> merged = new LinkedHashMap<>(solution);
        String name = fields.slot("name").text(LONGEST_NAME);
        merged.putAll(edits(fields.slot("edits")));
        int total = exercise.totalPoints();
        int points = (int) fields.slot("points").whole(Range.whole(0, total, String.valueOf(total / 2)));
        fields.done();
        return new Solution.Slip(name, List.copyOf(merged.values()), points);
    }

    private Map<Target, Edit> edits(FieldReader slot) {
        Map<Target, Edit> edits = new LinkedHashMap<>();
        MappingReader cells = slot.fields("");
        for (String cell : cells.keys()) {
            MappingReader fields = cells.entry(cell).fields("");
            for (String field : fields.keys()) {
                FieldReader value = fields.entry(field);
                Edit edit = new Edit(
                        cell, field, json(value, field.equals(Edit.ANSWER)).toString());
                CellReader.refusal(exercise, edit).ifPresent(value::refuse);
                edits.put(new Target(cell, field), edit);
            }
        }
        return edits;
    }

    /// A solution must be what a student could enter; a slip may be anything.
    private void mustResolve(FieldReader slot, List<Edit> edits) {
        CellReader.resolve(exercise, edits)
                .problems()
                .forEach((cell, problems) -> problems.forEach(problem ->
                        place(slot, cell).refuse("In \"" + cell + "\", " + problem.path() + ": " + problem.message())));
    }

    private static FieldReader place(FieldReader slot, String cell) {
        FieldReader own = slot.fields("").entry(cell);
        return own.present() ? own : slot;
    }

    private static JsonNode json(FieldReader value, boolean answer) {
        return answer && value.node() instanceof Node.Scalar
                ? JSON.stringNode(value.scalar())
                : NodeParser.json(value.node(), scalar -> scalar.isNull() ? JSON.nullNode() : value(scalar.text()));
    }

    private static JsonNode value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(text.equals("true"));
        }
        return Numeral.fault(text).isEmpty()
                ? JSON.numberNode(new BigDecimal(NumberText.plain(Numeral.value(text))))
                : JSON.stringNode(text);
    }
}
