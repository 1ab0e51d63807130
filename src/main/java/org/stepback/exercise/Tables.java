package org.stepback.exercise;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepback.data.Builtin;
import org.stepback.data.CsvException;
import org.stepback.data.CsvFile;
import org.stepback.data.CsvTable;

/// The tables that a data cell may name: those of the exercise's folder and those that come with the lab.
public final class Tables {
    private Tables() {}

    public static Optional<CsvFile> named(String name, Map<String, CsvFile> own) {
        return Optional.ofNullable(own.get(name)).or(() -> Builtin.named(name));
    }

    /// Returns the table that a data cell names.
    ///
    /// @throws IllegalArgumentException if it is not there, or cannot be read so
    static CsvTable of(Source.Table source, Map<String, CsvFile> own) {
        CsvFile file = named(source.file(), own)
                .orElseThrow(() -> new IllegalArgumentException("there is no table \"" + source.file() + "\""));
        try {
            return source.header().isPresent() ? file.table(source.header().get()) : file.table();
        } catch (CsvException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public static Stream<String> names(Map<String, CsvFile> own) {
        return Stream.concat(own.keySet().stream().sorted(), Builtin.names().stream());
    }
}
