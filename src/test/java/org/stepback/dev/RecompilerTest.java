package org.stepback.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A class that names another's constant: javac copies the number, so a change of it concerns both.
class RecompilerTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();
    private Recompiler recompiler;

    @BeforeEach
    void compile() throws IOException {
        Files.createDirectories(folder.resolve("classes"));
        write("Rate", "public class Rate { public static final int N = 1; int twice() { return 2 * N; } }");
        write(
                "Reader",
                "public class Reader implements java.util.function.Supplier<Object> {"
                        + " public Object get() { return Rate.N; } }");
        recompiler = new Recompiler(folder.resolve("java"), folder.resolve("classes"), "", new PrintWriter(errors));
        assertThat(recompiler.all()).isTrue();
        Files.setLastModifiedTime(classFile("Rate"), LONG_AGO);
        Files.setLastModifiedTime(classFile("Reader"), LONG_AGO);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("java/sample/" + name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "package sample; " + text);
    }

    private Path classFile(String name) {
        return folder.resolve("classes/sample/" + name + ".class");
    }

    private boolean isWritten(String name) throws IOException {
        return !Files.getLastModifiedTime(classFile(name)).equals(LONG_AGO);
    }

    private Object read() throws ReflectiveOperationException, IOException {
        URL[] classes = {folder.resolve("classes").toUri().toURL()};
        try (var loader = new URLClassLoader(classes)) {
            return ((Supplier<?>)
                            loader.loadClass("sample.Reader").getConstructor().newInstance())
                    .get();
        }
    }

    @Test
    void a_change_inside_a_method_compiles_its_source_alone() throws Exception {
        Path rate = write(
                "Rate", "public class Rate { public static final int N = 1; int twice() { return \"12\".length(); } }");
        Files.writeString(folder.resolve("java/sample/Reader.java"), "no Java at all");

        assertThat(recompiler.changed(Set.of(rate))).isTrue();
        assertThat(isWritten("Rate")).isTrue();
        assertThat(isWritten("Reader")).isFalse();
    }

    @Test
    void a_changed_constant_compiles_the_sources_that_use_it() throws Exception {
        assertThat(read()).isEqualTo(1);
        Path rate = write("Rate", "public class Rate { public static final int N = 7; int twice() { return 2 * N; } }");

        assertThat(recompiler.changed(Set.of(rate))).isTrue();
        assertThat(read()).isEqualTo(7);
    }

    @Test
    void a_method_that_others_call_cannot_go_unnoticed() throws Exception {
        write("Caller", "class Caller { int four(Rate rate) { return 2 * rate.twice(); } }");
        assertThat(recompiler.all()).isTrue();
        Path rate = write("Rate", "public class Rate { public static final int N = 1; }");

        assertThat(recompiler.changed(Set.of(rate))).isFalse();
        assertThat(errors.toString()).contains("Caller.java").contains("twice");
        assertThat(isWritten("Rate")).as("classes are left as they were").isFalse();

        Path caller = write("Caller", "class Caller { int four(Rate rate) { return 4; } }");
        assertThat(recompiler.changed(Set.of(caller))).isTrue();
        assertThat(isWritten("Rate")).isTrue();
    }

    @Test
    void an_error_is_told_and_its_repair_is_compiled() throws Exception {
        Path rate = write("Rate", "public class Rate { public static final int N = ; }");
        assertThat(recompiler.changed(Set.of(rate))).isFalse();
        assertThat(errors.toString()).contains("Rate.java:1: error:");
        assertThat(isWritten("Rate")).isFalse();

        write("Rate", "public class Rate { public static final int N = 5; int twice() { return 2 * N; } }");
        assertThat(recompiler.changed(Set.of(rate))).isTrue();
        assertThat(read()).isEqualTo(5);
    }

    @Test
    void the_classes_of_a_source_that_is_gone_go_too() throws Exception {
        Path lone = write("Lone", "class Lone { class Inner {} }");
        assertThat(recompiler.changed(Set.of(lone))).isTrue();
        assertThat(classFile("Lone$Inner")).exists();

        Files.delete(lone);
        assertThat(recompiler.changed(Set.of(lone))).isTrue();
        assertThat(classFile("Lone")).doesNotExist();
        assertThat(classFile("Lone$Inner")).doesNotExist();
        assertThat(read()).isEqualTo(1);
    }
}
