package org.stepback.notebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepback.exercise.Edit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes edits as one column keeps them: `{"fit":{"optimizer":"{\"adam\":{\"learning_rate\":0.03}}"}}`.
///
/// Cells and fields are sorted, so that equal edits give equal texts. A value stays the very text that was saved: read
/// as a number, a student's `0.10` would come back as `0.1`.
public final class EditsText {
    /// The text of an untouched exercise.
    public static final String NONE = "{}";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, TreeMap<String, String>>> FORM = new TypeReference<>() {};

    private EditsText() {}

    public static String write(Collection<Edit> edits) {
        SortedMap<String, SortedMap<String, String>> cells = new TreeMap<>();
        for (Edit edit : edits) {
            cells.computeIfAbsent(edit.cell(), cell -> new TreeMap<>()).put(edit.field(), edit.json());
        }
        return JSON.writeValueAsString(cells);
    }

    /// @param text what [#write] gave
    public static List<Edit> read(String text) {
        var edits = new ArrayList<Edit>();
        JSON.readValue(text, FORM)
                .forEach((cell, fields) -> fields.forEach((field, json) -> edits.add(new Edit(cell, field, json))));
        return List.copyOf(edits);
    }
}
