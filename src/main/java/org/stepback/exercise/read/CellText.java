package org.stepback.exercise.read;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Kind;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.SourcePosition;
import org.stepback.exercise.yaml.YamlText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// A cell's text as the page's controls see it: fields as JSON, read from the text and written back into it.
public final class CellText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CellText() {}

    /// Returns a field as typed, with what is usual for all that the text does not say; null where nobody knows of
    /// any.
    ///
    /// @param text of the cell, well-formed or not
    /// @param cell what was read from it, or from the last sound one
    public static JsonNode field(String text, Optional<Cell> cell, String field) {
        JsonNode usual =
                cell.map(CellJson::fields).map(fields -> fields.get(field)).orElse(NullNode.instance);
        return mapping(text)
                .map(mapping -> mapping.entries().get(field))
                .map(entry -> completed(json(entry.value()), usual))
                .orElse(usual);
    }

    /// Returns the text with a field that a control has changed from `before` to `after`; empty if the text is not
    /// YAML with keys, so that nobody can say where the field stands in it.
    public static Optional<String> with(String text, String field, JsonNode before, JsonNode after) {
        return hasFields(text) ? Optional.of(YamlText.set(text, field, before, after)) : Optional.empty();
    }

    /// Returns whether controls can change the text.
    public static boolean hasFields(String text) {
        return text.isBlank() || mapping(text).isPresent();
    }

    /// Returns a field with its value as one line of a cell's text.
    public static String line(String field, JsonNode value) {
        return field + ": " + YamlText.flow(value) + "\n";
    }

    /// Turns typed text into JSON: a number or flag where it reads back as the same text, or else a string.
    public static JsonNode value(String typed) {
        return parse(typed)
                .filter(node -> node.isNumber() || node.isBoolean())
                .filter(node -> node.toString().equals(typed))
                .orElseGet(() -> NODES.stringNode(typed));
    }

    /// The value of a JSON text, with its numbers digit for digit; empty if it is none.
    public static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// Returns an author's cell as text, with a student's edits written in and without what only an author sets; of
    /// prose the Markdown, of a question nothing.
    public static String of(Exercise exercise, Collection<Edit> edits, String id) {
        Cell cell = exercise.cell(id).orElseThrow();
        if (cell instanceof Cell.Prose prose) {
            return prose.markdown();
        }
        if (Kind.of(cell).isQuestion()) {
            return "";
        }
        Optional<String> typed = typed(edits, id);
        if (typed.isPresent()) {
            return typed.get();
        }
        String text = YamlText.without(exercise.texts().getOrDefault(id, ""), Set.of("editable", "locked"));
        for (Edit edit : edits) {
            Optional<Node> value =
                    edit.cell().equals(id) ? NodeParser.json(edit.json(), new Findings()) : Optional.empty();
            if (value.isPresent()) {
                JsonNode usual = CellReader.field(cell, edit.field());
                text = YamlText.set(text, edit.field(), usual, json(value.get()));
            }
        }
        return text;
    }

    /// Returns the text that a student has typed over an author's cell; empty if the student has not.
    public static Optional<String> typed(Collection<Edit> edits, String id) {
        return edits.stream()
                .filter(edit -> edit.cell().equals(id) && edit.field().equals(Edit.SOURCE))
                .findFirst()
                .flatMap(edit -> NodeParser.json(edit.json(), new Findings()))
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text());
    }

    /// Returns the edit that puts a text in an author's cell's place.
    public static Edit edit(String id, String text) {
        return new Edit(id, Edit.SOURCE, NODES.stringNode(text).toString());
    }

    /// Finds the place of a problem in a text: at its own place, at the value that its path leads to, or at the start.
    public static FieldProblem placed(String text, FieldProblem problem) {
        if (problem.line() > 0) {
            return problem;
        }
        SourcePosition place = NodeParser.yaml(text, SourcePosition.START, new Findings())
                .map(node -> place(node, problem.path()))
                .orElse(SourcePosition.START);
        return problem.at(place.line(), place.column());
    }

    private static SourcePosition place(Node node, String path) {
        Node at = node;
        for (String part : path.split("[.\\[\\]]+")) {
            if (at instanceof Node.Mapping mapping && mapping.entries().containsKey(part)) {
                at = mapping.entries().get(part).value();
            } else if (at instanceof Node.Sequence list
                    && part.matches("\\d{1,4}")
                    && Integer.parseInt(part) < list.items().size()) {
                at = list.items().get(Integer.parseInt(part));
            } else {
                break;
            }
        }
        return at.place();
    }

    private static Optional<Node.Mapping> mapping(String text) {
        Findings findings = new Findings();
        return NodeParser.yaml(text, SourcePosition.START, findings)
                .filter(node -> findings.none())
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
    }

    private static JsonNode json(Node node) {
        return NodeParser.json(node, scalar -> scalar.isNull() ? NODES.stringNode("") : value(scalar.text()));
    }

    /// Returns what was typed, filled up with what is usual; where it names other things than the usual does, as it
    /// is.
    private static JsonNode completed(JsonNode typed, JsonNode usual) {
        if (typed.isObject() && usual.isObject() && usual.propertyNames().containsAll(typed.propertyNames())) {
            ObjectNode all = NODES.objectNode();
            usual.properties().forEach(entry -> {
                JsonNode own = typed.get(entry.getKey());
                all.set(entry.getKey(), own == null ? entry.getValue() : completed(own, entry.getValue()));
            });
            return all;
        }
        if (typed.isArray() && usual.isArray() && typed.size() == usual.size()) {
            ArrayNode all = NODES.arrayNode();
            for (int i = 0; i < typed.size(); i++) {
                all.add(completed(typed.get(i), usual.get(i)));
            }
            return all;
        }
        boolean nameAlone = typed.isString() && usual.isObject() && usual.has(typed.asString());
        return nameAlone ? usual : typed;
    }
}
