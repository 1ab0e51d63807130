package org.stepback.exercise;

import java.util.List;
import java.util.Map;

/// A piece of YAML or JSON that knows where it stands.
sealed interface Node {
    Place place();

    /// A single value, as it was written.
    ///
    /// @param isNull whether nothing, or `null`, was written
    record Scalar(Place place, String text, boolean isNull) implements Node {}

    record Sequence(Place place, List<Node> items) implements Node {}

    record Mapping(Place place, Map<String, Entry> entries) implements Node {}

    /// The value of a key that a mapping does not have; its place is the mapping's.
    record Absent(Place place) implements Node {}

    /// @param place the key's
    record Entry(Place place, Node value) {}
}
