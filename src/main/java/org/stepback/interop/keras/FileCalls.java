package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.interop.python.Spot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of numbers, as far as the lab's own exports use them: `json.loads(pathlib.Path(…).read_text())`.
final class FileCalls {
    private static final int DEEPEST = 6;

    private final Interpreter program;

    FileCalls(Interpreter program) {
        this.program = program;
    }

    /// Returns the value of a method of a path or of an open file; empty where it is another thing.
    Optional<Value> call(Made made, String method, List<Made.Argument> arguments, Spot spot) {
        Optional<String> name = text(made.arguments());
        Optional<String> given = text(arguments);
        return switch (made.name() + "." + method) {
            case "Path.with_name", "Path.joinpath" -> given.map(_ -> new Made(spot, "pathlib.Path", arguments));
            case "Path.read_text", "open.read" ->
                name.flatMap(program::file).map(content -> new Value.Text(spot, content));
            case "open.write" ->
                name.flatMap(file -> given.map(content -> {
                    program.write(file, content);
                    return new Value.Outcome(spot, LibraryCalls.OUTPUT);
                }));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(List<Made.Argument> arguments) {
        return arguments.isEmpty() || !(arguments.getFirst().value() instanceof Value.Text text)
                ? Optional.empty()
                : Optional.of(text.value());
    }

    static Value json(String text, Spot spot) {
        try {
            return value(JsonMapper.shared().readTree(text), spot, 0);
        } catch (JacksonException notJson) {
            return Value.unknown(spot, "This is no JSON that can be read.");
        }
    }

    private static Value value(JsonNode node, Spot spot, int depth) {
        if (depth > DEEPEST) {
            return Value.unknown(spot, "The JSON is nested more than " + DEEPEST + " deep.");
        }
        if (node.isObject()) {
            List<Value.Pair> pairs = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                pairs.add(
                        new Value.Pair(new Value.Text(spot, entry.getKey()), value(entry.getValue(), spot, depth + 1)));
            }
            return new Value.Pairs(spot, pairs);
        }
        if (node.isArray()) {
            return new Value.Items(
                    spot,
                    node.valueStream().map(item -> value(item, spot, depth + 1)).toList(),
                    false);
        }
        if (node.isNumber()) {
            return new Value.Num(spot, node.asDouble(), node.isIntegralNumber());
        }
        return node.isBoolean() ? new Value.Flag(spot, node.asBoolean()) : new Value.Text(spot, node.asString(""));
    }
}
