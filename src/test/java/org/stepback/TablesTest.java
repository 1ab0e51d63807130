package org.stepback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Reads the SQL of the lab's sources, where no type says which table it is about.
@DisplayName("A table has one owning package")
class TablesTest {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("^\\s*(select|insert|update|delete|merge)\\b");
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|into|update|join)\\s+(\\w+)");
    private static final Pattern MAPPED = Pattern.compile("@Table\\(\"(\\w+)\"\\)");

    @Test
    void nobody_else_queries_it() throws IOException {
        Map<String, Set<String>> users = new TreeMap<>();
        for (Path migration : files(MIGRATIONS)) {
            CREATED.matcher(Files.readString(migration))
                    .results()
                    .forEach(found -> users.put(found.group(1), new TreeSet<>()));
        }
        assertThat(users).hasSizeGreaterThan(5);
        for (Path source : files(SOURCES)) {
            tablesIn(Files.readString(source)).filter(users::containsKey).forEach(table -> users.get(table)
                    .add(source.getParent().toString()));
        }
        assertThat(users)
                .allSatisfy((table, packages) -> assertThat(packages).as(table).hasSize(1));
    }

    private static Stream<String> tablesIn(String source) {
        Stream<String> queried = TEXT.matcher(source)
                .results()
                .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                .filter(text -> STATEMENT.matcher(text).find())
                .flatMap(text -> NAMED.matcher(text).results().map(found -> found.group(1)));
        return Stream.concat(queried, MAPPED.matcher(source).results().map(found -> found.group(1)));
    }

    private static Iterable<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
