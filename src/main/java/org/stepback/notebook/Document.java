package org.stepback.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepback.exercise.Edit;
import org.stepback.exercise.OwnCell;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A student's texts in a notebook, by cell and field. It never changes; each change gives another one.
///
/// The edits of an author's cell stand under the cell's id. An own cell stands under `+` and its id, with `kind`,
/// `text` and, while the text can't be read, `sound`. Under `+` alone are the `order` of the own cells, each as the
/// author's cell behind which it stands, `>` and its id; the `title` of an own notebook; and which cells are
/// `folded`. See src/docs/decisions/0008-a-notebook-is-a-map-of-texts.md.
final class Document {
    static final String NOTEBOOK = "+";
    static final String OWN = "+";
    static final String ORDER = "order";
    static final String TITLE = "title";
    static final String FOLDED = "folded";
    static final String KIND = "kind";
    static final String TEXT = "text";
    static final String SOUND = "sound";
    static final Document EMPTY = new Document(new TreeMap<>());

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, TreeMap<String, String>>> FORM = new TypeReference<>() {};

    private final SortedMap<String, ? extends SortedMap<String, String>> texts;

    private Document(SortedMap<String, ? extends SortedMap<String, String>> texts) {
        this.texts = texts;
    }

    static Document read(String json) {
        return new Document(JSON.readValue(json, FORM));
    }

    String write() {
        return JSON.writeValueAsString(texts);
    }

    SortedMap<String, ? extends SortedMap<String, String>> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    Optional<String> text(String cell, String field) {
        return Optional.ofNullable(texts.get(cell)).map(fields -> fields.get(field));
    }

    /// @param text null takes the entry away
    Document with(String cell, String field, @Nullable String text) {
        TreeMap<String, TreeMap<String, String>> copy = copy();
        if (text != null) {
            copy.computeIfAbsent(cell, id -> new TreeMap<>()).put(field, text);
        } else if (copy.containsKey(cell)) {
            copy.get(cell).remove(field);
            copy.computeIfPresent(cell, (id, fields) -> fields.isEmpty() ? null : fields);
        }
        return new Document(copy);
    }

    Document without(String cell) {
        TreeMap<String, TreeMap<String, String>> copy = copy();
        copy.remove(cell);
        return new Document(copy);
    }

    private TreeMap<String, TreeMap<String, String>> copy() {
        TreeMap<String, TreeMap<String, String>> copy = new TreeMap<>();
        texts.forEach((cell, fields) -> copy.put(cell, new TreeMap<>(fields)));
        return copy;
    }

    List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        texts.forEach((cell, fields) -> {
            if (!cell.startsWith(OWN)) {
                fields.forEach((field, json) -> edits.add(new Edit(cell, field, json)));
            }
        });
        return edits;
    }

    Document withEdits(List<Edit> edits) {
        TreeMap<String, TreeMap<String, String>> copy = copy();
        copy.keySet().removeIf(cell -> !cell.startsWith(OWN));
        edits.forEach(
                edit -> copy.computeIfAbsent(edit.cell(), id -> new TreeMap<>()).put(edit.field(), edit.json()));
        return new Document(copy);
    }

    List<OwnCell> own() {
        List<OwnCell> own = new ArrayList<>();
        for (String place : words(ORDER)) {
            String id = place.substring(place.indexOf('>') + 1);
            String after = place.substring(0, place.indexOf('>'));
            text(OWN + id, KIND)
                    .ifPresent(kind -> own.add(
                            new OwnCell(id, kind, text(OWN + id, TEXT).orElse(""), after, text(OWN + id, SOUND))));
        }
        return own;
    }

    /// Returns the own cells in a new order; what they say stays.
    Document ordered(List<OwnCell> own) {
        List<String> places =
                own.stream().map(cell -> cell.after() + ">" + cell.id()).toList();
        return with(NOTEBOOK, ORDER, places.isEmpty() ? null : String.join(" ", places));
    }

    /// Returns the words of one of the notebook's own texts.
    List<String> words(String field) {
        return text(NOTEBOOK, field)
                .filter(text -> !text.isBlank())
                .map(text -> List.of(text.split(" ")))
                .orElse(List.of());
    }
}
