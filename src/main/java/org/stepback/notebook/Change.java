package org.stepback.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A change of some texts in a [Document]: each as it was before and as it is after.
///
/// Done forward it is the step, done backward its undoing.
record Change(List<Part> parts) {
    /// @param before null where there was none
    /// @param after null where there is none any more
    record Part(
            String cell,
            String field,
            @Nullable String before,
            @Nullable String after) {
        boolean isSameText(Part other) {
            return cell.equals(other.cell) && field.equals(other.field);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Part>> FORM = new TypeReference<>() {};

    Change {
        parts = List.copyOf(parts);
    }

    /// Everything that differs, but for what is only looked at.
    static Change between(Document before, Document after) {
        List<Part> parts = new ArrayList<>();
        var cells = new TreeSet<>(before.texts().keySet());
        cells.addAll(after.texts().keySet());
        for (String cell : cells) {
            SortedMap<String, String> old = fields(before, cell);
            SortedMap<String, String> now = fields(after, cell);
            var names = new TreeSet<>(old.keySet());
            names.addAll(now.keySet());
            for (String field : names) {
                boolean looks = cell.equals(Document.NOTEBOOK) && field.equals(Document.FOLDED);
                if (!looks && !Objects.equals(old.get(field), now.get(field))) {
                    parts.add(new Part(cell, field, old.get(field), now.get(field)));
                }
            }
        }
        return new Change(parts);
    }

    private static SortedMap<String, String> fields(Document document, String cell) {
        SortedMap<String, String> fields = document.texts().get(cell);
        return fields == null ? new TreeMap<>() : fields;
    }

    boolean isNothing() {
        return parts.isEmpty();
    }

    Document forward(Document document) {
        for (Part part : parts) {
            document = document.with(part.cell(), part.field(), part.after());
        }
        return document;
    }

    Document backward(Document document) {
        for (Part part : parts) {
            document = document.with(part.cell(), part.field(), part.before());
        }
        return document;
    }

    /// Returns this change and a later one as a single one.
    Change then(Change later) {
        Map<String, Part> all = new LinkedHashMap<>();
        parts.forEach(part -> all.put(part.cell() + "/" + part.field(), part));
        later.parts.forEach(part -> all.merge(
                part.cell() + "/" + part.field(),
                part,
                (one, two) -> new Part(one.cell(), one.field(), one.before(), two.after())));
        all.values().removeIf(part -> Objects.equals(part.before(), part.after()));
        return new Change(List.copyOf(all.values()));
    }

    /// Returns whether both are about the same single text, as when a person goes on typing.
    boolean isAboutSameText(Change other) {
        return parts.size() == 1
                && other.parts.size() == 1
                && parts.getFirst().isSameText(other.parts.getFirst())
                && !parts.getFirst().cell().equals(Document.NOTEBOOK);
    }

    String write() {
        return JSON.writeValueAsString(parts);
    }

    static Change read(String json) {
        return new Change(JSON.readValue(json, FORM));
    }
}
