package org.stepback.exercise;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepback.data.Builtin;
import org.stepback.data.CsvTable;

/// The tables that a data cell may name: those of the exercise's folder and those that come with the lab.
public final class Tables {
    private Tables() {}

    public static Optional<CsvTable> named(String name, Map<String, CsvTable> own) {
        return Optional.ofNullable(own.get(name)).or(() -> Builtin.named(name));
    }

    public static Stream<String> names(Map<String, CsvTable> own) {
        return Stream.concat(own.keySet().stream().sorted(), Builtin.names().stream());
    }
}
