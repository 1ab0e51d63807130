package org.stepback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Adds an activation as CONTRIBUTING.md says, one record in one file, to a copy of the trainer, and finds it
/// everywhere.
@DisplayName("A new activation is one record in one file")
class OneRecordTest {
    private static final Path NN = Path.of("src", "main", "java", "org", "stepback", "nn");
    private static final Path NN_TESTS = Path.of("src", "test", "java", "org", "stepback", "nn");
    private static final String FIRST = "new Elu(),";
    private static final String RECORD = """

                /// The bent identity: `f(z) = (√(z² + 1) − 1) / 2 + z`.
                record BentIdentity() implements CurvedActivation {
                    @Override
                    public double f(double z) {
                        return (Math.sqrt(z * z + 1) - 1) / 2 + z;
                    }

                    @Override
                    public double derivative(double z, double a) {
                        return z / (2 * Math.sqrt(z * z + 1)) + 1;
                    }
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static ClassLoader lab;

    @BeforeAll
    static void addTheRecord() throws IOException {
        Path sources = folder.resolve("nn");
        copy(NN, sources);
        Path file = sources.resolve("activation").resolve("CurvedActivation.java");
        String text = Files.readString(file).stripTrailing();
        assertThat(text).contains(FIRST).endsWith("}");
        text = text.replaceFirst("new Elu\\(\\),", "new Elu(), new BentIdentity(),");
        Files.writeString(file, text.substring(0, text.length() - 1) + RECORD);
        compile(sources);
        lab = labWith(folder.resolve("classes"));
    }

    @Test
    void the_pickers_the_reader_and_its_messages_know_it() throws Exception {
        assertThat(run(0, "names")).contains("elu, bent_identity, selu");

        String notebook = write("bent.md", notebook("bent_identity"));
        assertThat(run(0, "train", notebook)).contains("Trained “fit”");
        assertThat(run(2, "train", write("typo.md", notebook("bent_identty"))))
                .contains("Unknown activation \"bent_identty\"; did you mean \"bent_identity\"?");

        assertThat(run(2, "export", notebook, "--as", "numpy"))
                .isEqualTo("The export to NumPy does not know bent_identity yet.\n");

        String keras = write("bent.py", """
                m = Sequential([Dense(3, activation="bent_identity", input_dim=2), Dense(1)])
                m.compile(loss="mse")
                """);
        assertThat(run(0, "import", keras)).contains("dense: {units: 3, activation: bent_identity}");
    }

    @Test
    void the_gradient_tests_check_it() throws Exception {
        Class<?> test = lab.loadClass("org.stepback.nn.GradientCheckTest");
        Method cases = accessible(test, "cases");
        Method everyGradient = accessible(test, "every_gradient");
        var constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        int checked = 0;
        for (Object each : ((Stream<?>) cases.invoke(null)).toList()) {
            if (each.toString().contains("bent_identity")) {
                everyGradient.invoke(constructor.newInstance(), each);
                checked++;
            }
        }
        assertThat(checked).as("hidden, and behind losses").isGreaterThan(5);
    }

    private static Method accessible(Class<?> type, String name) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return method;
    }

    /// What a command says, run in the lab that has the record.
    private String run(int exitCode, String... args) throws Exception {
        Method main = lab.loadClass("org.stepback.cli.Main")
                .getDeclaredMethod("run", List.class, PrintStream.class, PrintStream.class);
        main.setAccessible(true);
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            assertThat(main.invoke(null, List.of(args), out, out)).isEqualTo(exitCode);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String notebook(String activation) {
        return """
                ---
                title: Bent
                summary: A new activation
                ---
                ```data moons
                generator: two_moons
                samples: 50
                ```
                ```network net
                input: moons
                layers:
                  - dense: {units: 3, activation: %s}
                  - dense: {units: 1, activation: sigmoid}
                ```
                ```train fit
                network: net
                data: moons
                loss: binary_crossentropy
                optimizer: adam
                epochs: 1
                ```
                """.formatted(activation);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /// Compiles the trainer, and the gradient tests with it.
    private static void compile(Path sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> args = new ArrayList<>(List.of("-proc:none", "-nowarn", "--add-modules", "jdk.incubator.vector"));
        args.addAll(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> args.add(file.toString()));
        }
        args.add(NN_TESTS.resolve("GradientCheckTest.java").toString());
        args.add(NN_TESTS.resolve("Runs.java").toString());
        var said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, said, said, args.toArray(String[]::new));
        assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    /// The lab's own classes, those of the changed trainer first; all else as it is.
    private static ClassLoader labWith(Path classes) throws MalformedURLException {
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), OneRecordTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    if (loaded == null && name.startsWith("org.stepback.")) {
                        return findClass(name);
                    }
                    return loaded == null ? super.loadClass(name, resolve) : loaded;
                }
            }
        };
    }
}
