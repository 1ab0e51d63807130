package org.stepback.exercise.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The YAML of a cell in which a control has changed a value: that value alone is written again; everything else,
/// comments and order and blanks, stays as it was typed.
public final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:null)$)[A-Za-z_][\\w-]*|[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    /// The characters that YAML holds only as `\\u` and their number, besides those that JSON writes so.
    private static final Pattern ESCAPED = Pattern.compile("[\\x7F-\\x84\\x86-\\x9F\\uFFFE\\uFFFF\\p{Cs}]");
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private record Splice(int from, int to, String by) {}

    private final String text;
    private final List<Splice> splices = new ArrayList<>();

    private YamlText(String text) {
        this.text = text;
    }

    /// Returns the text with a field changed.
    ///
    /// @param text keys with values, as [NodeParser#yaml] reads without a finding
    /// @param before the field as the control had it, with all that is usual and not in the text
    public static String set(String text, String field, JsonNode before, JsonNode after) {
        YamlText change = new YamlText(text);
        Node root = new Compose(SETTINGS).composeString(text).orElse(null);
        if (root instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            change.put(mapping, field, before, after);
        } else {
            return text.stripTrailing() + (text.isBlank() ? "" : "\n") + field + ": " + flow(after) + "\n";
        }
        return change.spliced();
    }

    /// Returns the text without these keys and their values.
    public static String without(String text, Set<String> keys) {
        YamlText change = new YamlText(text);
        Node root = new Compose(SETTINGS).composeString(text).orElse(null);
        if (root instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name && keys.contains(name.getValue())) {
                    int end = text.indexOf('\n', change.end(entry.getValueNode()));
                    int to = end < 0 ? text.length() : end + 1;
                    change.splices.add(new Splice(change.start(entry.getKeyNode()), to, ""));
                }
            }
        }
        return change.spliced();
    }

    private String spliced() {
        var changed = new StringBuilder(text);
        splices.sort(Comparator.comparingInt(Splice::from).reversed());
        splices.forEach(splice -> changed.replace(splice.from(), splice.to(), splice.by()));
        return changed.toString();
    }

    private void put(MappingNode mapping, String key, JsonNode before, JsonNode after) {
        Optional<NodeTuple> entry = mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst();
        if (entry.isPresent()) {
            change(entry.get().getValueNode(), before, after);
        } else {
            insert(mapping, key + ": " + flow(after));
        }
    }

    private void insert(MappingNode mapping, String entry) {
        List<NodeTuple> entries = mapping.getValue();
        if (entries.isEmpty()) {
            int inside = start(mapping) + 1;
            splices.add(new Splice(inside, inside, entry));
            return;
        }
        int end = end(entries.getLast().getValueNode());
        String joint = mapping.getFlowStyle() == FlowStyle.FLOW
                ? ", "
                : "\n" + " ".repeat(column(entries.getFirst().getKeyNode()));
        splices.add(new Splice(end, end, joint + entry));
    }

    private void change(Node node, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (node instanceof MappingNode mapping
                && before.isObject()
                && names(before).equals(names(after))) {
            names(after).forEach(name -> {
                if (!before.get(name).equals(after.get(name))) {
                    put(mapping, name, before.get(name), after.get(name));
                }
            });
        } else if (node instanceof SequenceNode list
                && before.isArray()
                && after.isArray()
                && list.getValue().size() == before.size()
                && before.size() == after.size()) {
            for (int i = 0; i < after.size(); i++) {
                change(list.getValue().get(i), before.get(i), after.get(i));
            }
        } else {
            replace(node, after);
        }
    }

    private void replace(Node node, JsonNode value) {
        int from = start(node);
        int to = Math.max(from, end(node));
        boolean lines = node instanceof SequenceNode list
                && list.getFlowStyle() == FlowStyle.BLOCK
                && value.isArray()
                && !value.isEmpty();
        String written = lines
                ? value.valueStream()
                        .map(item -> "- " + flow(item))
                        .collect(Collectors.joining("\n" + " ".repeat(column(node))))
                : flow(value);
        boolean glued = from > 0 && text.charAt(from - 1) == ':';
        boolean eatsLine = to > from && text.charAt(to - 1) == '\n';
        splices.add(new Splice(from, to, (glued ? " " : "") + written + (eatsLine ? "\n" : "")));
    }

    private static Set<String> names(JsonNode value) {
        return new HashSet<>(value.propertyNames());
    }

    /// Returns a value in one line, as a person would type it.
    public static String flow(JsonNode value) {
        return flow(value, Double::toString);
    }

    /// Returns a value in one line.
    ///
    /// @param number writes a double
    public static String flow(JsonNode value, DoubleFunction<String> number) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue(), number))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.valueStream().map(item -> flow(item, number)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isDouble()) {
            return number.apply(value.doubleValue());
        }
        String plain = value.isNull() ? "null" : value.asString();
        boolean quoted = value.isString() && !PLAIN.matcher(plain).matches();
        return quoted ? quoted(plain) : plain;
    }

    /// Returns a text within quotation marks, as YAML holds it.
    public static String quoted(String text) {
        String json = JsonNodeFactory.instance.stringNode(text).toString();
        return ESCAPED.matcher(json)
                .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
    }

    private int start(Node node) {
        return offset(node.getStartMark());
    }

    /// Returns where a value ends: a block ends with its last value, not where the next key begins.
    private int end(Node node) {
        if (node instanceof CollectionNode<?> block && block.getFlowStyle() == FlowStyle.BLOCK) {
            Object last = block.getValue().getLast();
            return end(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
        }
        return offset(node.getEndMark());
    }

    private static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0);
    }

    /// YAML counts code points.
    private int offset(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
    }
}
