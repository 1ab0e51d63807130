package org.stepback.exercise.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Kind;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.SourcePosition;
import org.stepback.exercise.yaml.YamlText;

/// Reads an author's cell whose text a student has typed over: what the author has locked must still say the same.
record TypedCell(Cell authors, CellScope surroundings, Findings findings) {

    /// @param json the text as a JSON string
    Optional<Cell> read(String json) {
        return NodeParser.json(json, findings)
                .map(node -> new FieldReader(node, Edit.SOURCE, "The text", findings).scalar())
                .flatMap(text -> NodeParser.yaml(text, SourcePosition.START, findings))
                .flatMap(this::read);
    }

    private Optional<Cell> read(Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            return CellReader.read(Kind.of(authors), authors.id(), node, surroundings, findings);
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
        for (String key : new String[] {"editable", "locked"}) {
            if (entries.remove(key) instanceof Node.Entry entry) {
                findings.add(entry.place(), key, "Only the author says what can be changed. Remove \"" + key + "\".");
            }
        }
        Optional<Cell> read = CellReader.read(
                Kind.of(authors), authors.id(), new Node.Mapping(mapping.place(), entries), surroundings, findings);
        read.ifPresent(cell -> refuseLocked(cell, mapping));
        return read.filter(cell -> findings.none());
    }

    private void refuseLocked(Cell typed, Node.Mapping mapping) {
        CellJson.fields(authors).forEach((field, value) -> {
            if (!CellReader.mayEdit(authors, field)
                    && !value.equals(CellJson.fields(typed).get(field))) {
                Node.Entry entry = mapping.entries().get(field);
                findings.add(
                        entry == null ? mapping.place() : entry.place(),
                        field,
                        "The author has locked \"" + field + "\". Write it as it was: " + YamlText.flow(value) + ".");
            }
        });
    }
}
