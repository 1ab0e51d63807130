package org.stepback.exercise.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Turns YAML and JSON into nodes, token by token, and never further than its bounds.
///
/// Aliases are refused, so that a short text cannot stand for a huge one; so are deep nesting and keys that stand
/// twice.
public final class NodeParser {
    static final int MAX_DEPTH = 20;

    private static final YAMLFactory YAML = YAMLFactory.builder().build();
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final JsonParser parser;
    private final SourcePosition origin;
    private final Findings findings;

    private NodeParser(JsonParser parser, SourcePosition origin, Findings findings) {
        this.parser = parser;
        this.origin = origin;
        this.findings = findings;
    }

    /// Returns the tree of a YAML text that stands at `origin` of its file; empty, with findings, if there is none.
    ///
    /// A text that is not YAML after something else was wrong is not told twice.
    public static Optional<Node> yaml(String text, SourcePosition origin, Findings findings) {
        int before = findings.count();
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            return new NodeParser(parser, origin, findings).document();
        } catch (JacksonException e) {
            YamlFault fault = YamlFault.of(e);
            if (findings.count() == before) {
                findings.add(fault.place().within(origin), fault.message());
            }
            return Optional.empty();
        }
    }

    /// Returns the tree of a JSON text; empty, with a finding, if it is not JSON.
    public static Optional<Node> json(String text, Findings findings) {
        int before = findings.count();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new NodeParser(parser, SourcePosition.START, findings).document();
        } catch (JacksonException e) {
            if (findings.count() == before) {
                findings.add(SourcePosition.START, "This value could not be read. Type it again.");
            }
            return Optional.empty();
        }
    }

    /// Returns the tree of a value that is known to be sound.
    public static Node of(JsonNode value) {
        if (value.isObject()) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            value.properties()
                    .forEach(p -> entries.put(p.getKey(), new Node.Entry(SourcePosition.START, of(p.getValue()))));
            return new Node.Mapping(SourcePosition.START, entries);
        }
        if (value.isArray()) {
            return new Node.Sequence(
                    SourcePosition.START,
                    value.valueStream().map(NodeParser::of).toList());
        }
        return new Node.Scalar(SourcePosition.START, value.asString(), value.isNull());
    }

    /// Returns a tree as JSON.
    ///
    /// @param value writes a single value
    public static JsonNode json(Node node, Function<Node.Scalar, JsonNode> value) {
        return switch (node) {
            case Node.Scalar scalar -> value.apply(scalar);
            case Node.Absent _ -> JsonNodeFactory.instance.nullNode();
            case Node.Sequence list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.items().forEach(item -> array.add(json(item, value)));
                yield array;
            }
            case Node.Mapping mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value(), value)));
                yield object;
            }
        };
    }

    private Optional<Node> document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return Optional.of(new Node.Scalar(origin, "", true));
        }
        int before = findings.count();
        Node node = node(first, 1);
        if (findings.count() == before && parser.nextToken() != null) {
            findings.add(place(), "The text must end here. Remove the line \"---\" and what follows it.");
        }
        return findings.count() == before ? Optional.of(node) : Optional.empty();
    }

    private Node node(JsonToken token, int depth) {
        SourcePosition place = place();
        if (depth > MAX_DEPTH) {
            findings.add(place, "Values can stand at most " + MAX_DEPTH + " levels deep within each other.");
            parser.skipChildren();
            return new Node.Scalar(place, "", true);
        }
        return switch (token) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_NULL -> new Node.Scalar(place, "", true);
            default -> scalar(place);
        };
    }

    private Node scalar(SourcePosition place) {
        String text = parser.getString();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            findings.add(place, "Aliases such as \"*" + text + "\" are not possible here. Write the value out.");
        }
        return new Node.Scalar(place, text, text.isEmpty() || text.equals("~"));
    }

    private Node sequence(SourcePosition place, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(SourcePosition place, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            SourcePosition keyPlace = place();
            Node value = node(parser.nextToken(), depth + 1);
            if (entries.putIfAbsent(key, new Node.Entry(keyPlace, value)) != null) {
                findings.add(keyPlace, "The key \"" + key + "\" stands here twice. Remove one.");
            }
        }
        return new Node.Mapping(place, entries);
    }

    private SourcePosition place() {
        var location = parser.currentTokenLocation();
        return new SourcePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()))
                .within(origin);
    }
}
