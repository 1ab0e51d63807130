package org.stepback.exercise.yaml;

import java.util.List;
import java.util.Map;

/// A piece of YAML or JSON that knows where it stands.
public sealed interface Node {
    SourcePosition place();

    /// A single value, as it was written.
    ///
    /// @param isNull whether nothing, or `null`, was written
    record Scalar(SourcePosition place, String text, boolean isNull) implements Node {}

    record Sequence(SourcePosition place, List<Node> items) implements Node {}

    record Mapping(SourcePosition place, Map<String, Entry> entries) implements Node {}

    /// The value of a key that a mapping does not have; its place is the mapping's.
    record Absent(SourcePosition place) implements Node {}

    /// @param place the key's
    record Entry(SourcePosition place, Node value) {}
}
