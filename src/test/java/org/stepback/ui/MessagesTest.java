package org.stepback.ui;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The messages of the server and those of the page are the same, field by field.
class MessagesTest {
    private static final Pattern INTERFACE =
            Pattern.compile("export interface (\\w+)(?: extends (\\w+))? \\{\\n(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("^ {2}(\\w+)(\\??): (.+);$", Pattern.MULTILINE);
    private static final Pattern UNION = Pattern.compile("'[^']*'( \\| '[^']*')*");

    /// @param parent the interface that it extends
    private record Interface(String name, @Nullable String parent, String body) {}

    @Test
    void every_message_is_an_interface_of_the_page_with_the_same_fields() {
        Map<String, Interface> interfaces = interfaces();
        List<? extends Class<?>> messages = messages();
        assertThat(messages).hasSizeGreaterThan(30);
        assertThat(messages).extracting(Class::getSimpleName).doesNotHaveDuplicates();
        for (Class<?> message : messages) {
            assertThat(interfaces).as("a messages.ts").containsKey(message.getSimpleName());
            assertThat(fields(interfaces, message.getSimpleName()))
                    .as(message.getSimpleName())
                    .isEqualTo(fields(message));
        }
    }

    private static List<? extends Class<?>> messages() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.stepback").stream()
                        .filter(each -> each.isAssignableTo(Message.class) && each.isRecord())
                        .map(JavaClass::reflect)
                        .toList();
    }

    private static Map<String, Interface> interfaces() {
        try (var files = Files.walk(Path.of("frontend"), 2)) {
            return files.filter(file -> file.endsWith("messages.ts"))
                    .flatMap(file -> INTERFACE.matcher(text(file)).results())
                    .collect(toMap(found -> found.group(1), MessagesTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Interface read(MatchResult found) {
        return new Interface(found.group(1), found.group(2), found.group(3));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fields(Map<String, Interface> interfaces, String name) {
        Map<String, String> fields = new TreeMap<>();
        Interface known = interfaces.get(name);
        if (known.parent() != null) {
            fields.putAll(fields(interfaces, known.parent()));
        }
        FIELD.matcher(known.body())
                .results()
                .forEach(field -> fields.put(field.group(1) + field.group(2), script(interfaces, field.group(3))));
        return fields;
    }

    /// Returns a type of TypeScript in its plainest form.
    private static String script(Map<String, Interface> interfaces, String type) {
        return UNION.matcher(type).matches() ? "string" : type.replace("Stretches", "number[][]");
    }

    private static Map<String, String> fields(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .collect(toMap(MessagesTest::name, part -> script(part.getGenericType()), (a, _) -> a, TreeMap::new));
    }

    private static String name(RecordComponent part) {
        return part.getName() + (part.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    private static String script(Type type) {
        if (type instanceof ParameterizedType generic) {
            List<String> parts = Arrays.stream(generic.getActualTypeArguments())
                    .map(MessagesTest::script)
                    .toList();
            return generic.getRawType() == List.class
                    ? parts.getFirst() + "[]"
                    : "Record<" + String.join(", ", parts) + ">";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) {
            return script(plain.getComponentType()) + "[]";
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return "boolean";
        }
        if (plain == String.class) {
            return "string";
        }
        return plain.isPrimitive() || Number.class.isAssignableFrom(plain) ? "number" : plain.getSimpleName();
    }
}
