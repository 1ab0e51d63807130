package org.stepback.exercise;

import java.util.Set;

/// The fields of a cell that a student may change.
public record Access(Set<String> editable) {
    public static final Access NONE = new Access(Set.of());

    public Access {
        editable = Set.copyOf(editable);
    }

    public boolean allows(String field) {
        return editable.contains(field);
    }
}
