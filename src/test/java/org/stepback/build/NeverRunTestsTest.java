package org.stepback.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Compiles a few test classes, runs those that Maven would find, and reads the list.
class NeverRunTestsTest {
    private static final String SOURCE = """
            package sample;

            import java.util.stream.Stream;
            import net.jqwik.api.Example;
            import net.jqwik.api.ForAll;
            import net.jqwik.api.Property;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.params.*;
            import org.junit.jupiter.params.provider.*;

            class PlainTest {
                @Test void a() {}
                @Nested class Inner { @Test void b() {} }
                static class Aside { @Test void c() {} }
            }
            @DisplayName("A name") class NamedTest { @RepeatedTest(2) void a() {} }
            class Helper { void a() {} }

            abstract class StoreTest {
                @Test void a() {}
                static class OnH2 extends StoreTest {}
            }
            abstract class KeptTest { @ParameterizedTest @ValueSource(ints = 1) void a(int i) {} }
            class H2KeptTest extends KeptTest {}
            class PostgresKeptTest extends KeptTest {}
            interface Contract { @Test default void a() {} }
            class ContractTest implements Contract {}

            @Disabled("a reason") class DisabledTest {
                @Test void a() {}
                @Nested class Inner { @Test void b() {} }
            }
            class AbortedTest {
                @BeforeAll static void assume() { Assumptions.abort("a reason"); }
                @ParameterizedTest @ValueSource(ints = 1) void a(int i) {}
            }
            class SomeDynamicTest { @TestFactory Stream<DynamicTest> a() { return Stream.of(DynamicTest.dynamicTest("b", () -> {})); } }
            class NoDynamicTest { @TestFactory Stream<DynamicTest> a() { return Stream.empty(); } }
            class Properties { @Property void a(@ForAll int i) {} }
            class Examples { @Example void a() {} }
            """;

    @TempDir
    private Path folder;

    private Path list;

    @BeforeEach
    void compile() throws Exception {
        list = folder.resolve("reports/never-ran.txt");
        Path source = Files.writeString(folder.resolve("Sample.java"), SOURCE);
        var said = new ByteArrayOutputStream();
        String path = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-proc:none", "-d", classes().toString(), "-cp", path, source.toString());
        assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void a_class_is_listed_whose_tests_no_one_ran() throws Exception {
        run(
                "PlainTest",
                "NamedTest",
                "H2KeptTest",
                "PostgresKeptTest",
                "ContractTest",
                "DisabledTest",
                "AbortedTest",
                "SomeDynamicTest",
                "NoDynamicTest");

        assertThat(list)
                .hasContent(String.join(
                        "\n",
                        "sample.Examples",
                        "sample.NoDynamicTest",
                        "sample.PlainTest$Aside",
                        "sample.Properties",
                        "sample.StoreTest",
                        "sample.StoreTest$OnH2"));
    }

    @Test
    void a_concrete_class_is_listed_though_another_one_ran_the_same_tests() throws Exception {
        run("H2KeptTest");

        assertThat(Files.readAllLines(list))
                .contains("sample.PostgresKeptTest", "sample.ContractTest", "sample.Contract")
                .doesNotContain("sample.H2KeptTest", "sample.KeptTest");
    }

    @Test
    void classes_that_other_virtual_machines_run_count_as_run() throws Exception {
        run("H2KeptTest");
        run("PostgresKeptTest");

        assertThat(Files.readAllLines(list))
                .contains("sample.ContractTest")
                .doesNotContain("sample.H2KeptTest", "sample.PostgresKeptTest", "sample.KeptTest");
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    /// Runs the classes as the listener's own run, which JUnit's other listeners do not hear of.
    private void run(String... names) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes().toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            var launcher = LauncherFactory.create(LauncherConfig.builder()
                    .enableTestExecutionListenerAutoRegistration(false)
                    .build());
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(Stream.of(names)
                                    .map(name -> selectClass(loader, "sample." + name))
                                    .toList())
                            .build(),
                    new NeverRunTests(classes(), list));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
