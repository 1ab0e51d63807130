package org.stepback.exercise.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepback.exercise.Access;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;

/// The fields that all cells have in common.
final class CellFields {
    static final int LONGEST_TITLE = 120;

    /// Every key of every kind of data cell.
    static final Set<String> ALL_KEYS = Stream.of(DataReader.GENERATED, DataReader.TABLE, DataReader.LITERAL)
            .flatMap(List::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private CellFields() {}

    /// Reads which of a cell's fields a student may change: those that `editable` names, or all but those that `locked`
    /// names.
    static Access access(MappingReader fields, List<String> all, CellScope surroundings) {
        FieldReader editable = fields.slot("editable");
        FieldReader locked = fields.slot("locked");
        if (surroundings.access().isPresent()) {
            return surroundings.access().get();
        }
        if (editable.present() && locked.present()) {
            locked.refuse("A cell has \"editable\" or \"locked\", not both. Remove one.");
        }
        if (editable.present()) {
            return new Access(Set.copyOf(named(editable, all)));
        }
        Set<String> open = new LinkedHashSet<>(all);
        if (locked.present()) {
            named(locked, all).forEach(open::remove);
        }
        return new Access(open);
    }

    private static Set<String> named(FieldReader slot, List<String> all) {
        return slot.items("entry %d", 0, all.size()).stream()
                .map(item -> item.named("field", all, field -> field))
                .collect(Collectors.toSet());
    }
}
