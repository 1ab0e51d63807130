package org.stepback.interop.keras;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The names of a program, or of a function of its own, with the values that they have now.
final class Scope {
    private final Optional<Scope> outer;
    private final Map<String, Value> values = new HashMap<>();

    Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name)).or(() -> outer.flatMap(scope -> scope.get(name)));
    }

    void put(String name, Value value) {
        values.put(name, value);
    }

    /// Returns whether this scope itself has the name.
    boolean holds(String name) {
        return values.containsKey(name);
    }
}
