package org.stepback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;

@DisplayName("The operator's page has every setting, with the default that the code has")
class SettingsTest {
    private static final Path PAGE = Path.of("src", "docs", "operating.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path FILE = Path.of("src", "main", "resources", "application.properties");
    private static final Pattern ROW = Pattern.compile(
            "^\\| `([a-z][a-z.-]+)` +\\| (?:`([^`]*)`)? *\\| ([^|]*?) *\\| ([^|]+?) *\\|$", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("\\$\\{(stepback\\.[a-z.-]+)(?::([^}]*))?}");

    @Test
    void of_the_lab() throws IOException {
        assertThat(documented("stepback."))
                .as("rows of operating.md; what is missing there: | `name` | `default` | unit | what it is |")
                .containsExactlyInAnyOrderEntriesOf(known());
    }

    @Test
    void of_its_libraries() throws IOException {
        Properties set = file();
        documented("").forEach((name, value) -> {
            if (!name.startsWith("stepback.")) {
                String own = set.getProperty(name, "");
                assertThat(value.endsWith("…") ? own.substring(0, value.length() - 1) + "…" : own)
                        .as(name)
                        .isEqualTo(value);
            }
        });
    }

    @Test
    void each_has_a_unit_and_a_meaning() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.group(3)).as("the unit of " + row.group(1)).isNotBlank();
            assertThat(row.group(4)).as("the meaning of " + row.group(1)).isNotBlank();
        });
    }

    private static Map<String, String> documented(String prefix) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (MatchResult row : rows()) {
            if (row.group(1).startsWith(prefix)) {
                String before = settings.put(row.group(1), row.group(2) == null ? "" : row.group(2));
                assertThat(before).as(row.group(1) + " has two rows").isNull();
            }
        }
        return settings;
    }

    private static Iterable<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().toList();
    }

    /// Returns what the file of settings, the classes of settings, and single uses name, with the default of each.
    private static Map<String, String> known() throws IOException {
        Map<String, String> settings = new TreeMap<>(used());
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stepback")) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                addComponents(
                        type.getAnnotationOfType(ConfigurationProperties.class).value(), type.reflect(), settings);
            }
        }
        Properties file = file();
        new TreeSet<>(file.stringPropertyNames())
                .stream().filter(name -> name.startsWith("stepback.")).forEach(name -> {
                    String own = file.getProperty(name);
                    String before = settings.put(name, own);
                    assertThat(before == null || before.isEmpty() || before.equals(own))
                            .as("%s is %s in the file of settings and %s in the code", name, own, before)
                            .isTrue();
                });
        return settings;
    }

    private static void addComponents(String prefix, Class<?> record, Map<String, String> settings) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord() && component.getType().getName().startsWith("org.stepback.")) {
                addComponents(name, component.getType(), settings);
            } else {
                settings.put(name, defaultOf(record, component));
            }
        }
    }

    /// Reads the constructor's parameter: of a record's component, the annotation is there alone.
    private static String defaultOf(Class<?> record, RecordComponent component) {
        return Stream.of(record.getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .filter(value -> value != null)
                .map(value -> String.join(",", value.value()))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> used() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> USED.matcher(read(file))
                    .results()
                    .forEach(use -> settings.put(use.group(1), use.group(2) == null ? "" : use.group(2))));
        }
        return settings;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties file() throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            file.load(reader);
        }
        return file;
    }
}
