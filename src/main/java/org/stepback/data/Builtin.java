package org.stepback.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The tables that come with the lab.
///
/// `iris`: 150 irises of three species, four lengths in centimetres (R. A. Fisher, *The use of multiple
/// measurements in taxonomic problems*, Annals of Eugenics 7, 1936; the values are those of scikit-learn, which
/// follow the paper). Its target is `species`.
public final class Builtin {
    private static final Map<String, CsvFile> TABLES = Map.of("iris", read("iris.csv"));

    private Builtin() {}

    public static Optional<CsvFile> named(String name) {
        return Optional.ofNullable(TABLES.get(name));
    }

    public static List<String> names() {
        return TABLES.keySet().stream().sorted().toList();
    }

    private static CsvFile read(String resource) {
        try (InputStream in = Objects.requireNonNull(Builtin.class.getResourceAsStream(resource), resource)) {
            return CsvFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvException e) {
            throw new IllegalStateException(resource + ": " + e.getMessage(), e);
        }
    }
}
