package org.stepback.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How `./stepback test` ends, with a Maven that only pretends to test.
class WholeTestRunTest {
    private static final String REPORTS = "target/surefire-reports";
    private static final String LIST = REPORTS + "/never-ran.txt";
    private static final String CLOSING_LINE = "Tests run: 1200, Failures: 0, Errors: 0, Skipped: 3";

    private record Said(int code, String words) {}

    @TempDir
    private Path lab;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        Files.copy(Path.of("stepback"), lab.resolve("stepback"));
        program("bin/node", "echo v99.0.0");
        program("bin/npm", "mkdir -p node_modules");
        Files.createFile(lab.resolve("package-lock.json"));
    }

    @Test
    void a_run_in_which_every_class_ran_passes_and_ends_with_maven_s_closing_line() throws Exception {
        maven(": >" + LIST, 0);

        Said said = test();

        assertThat(said.words()).endsWith(CLOSING_LINE + "\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void classes_that_never_ran_fail_the_run_by_name() throws Exception {
        maven("printf 'org.stepback.ATest\\norg.stepback.BTest$OnH2\\n' >" + LIST, 0);

        Said said = test();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words())
                .contains(CLOSING_LINE)
                .endsWith("stepback: no test ran of these test classes: org.stepback.ATest org.stepback.BTest$OnH2\n");
    }

    @Test
    void a_run_without_a_list_fails_though_an_earlier_run_left_one() throws Exception {
        Files.createDirectories(lab.resolve(REPORTS));
        Files.createFile(lab.resolve(LIST));
        maven(":", 0);

        Said said = test();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains("stepback: the run left no list of the test classes");
    }

    @Test
    void a_run_that_failed_ends_with_maven_s_own_code_and_words() throws Exception {
        maven("echo org.stepback.ATest >" + LIST, 7);

        Said said = test();

        assertThat(said.code()).isEqualTo(7);
        assertThat(said.words()).endsWith(CLOSING_LINE + "\n");
    }

    private void maven(String work, int code) throws IOException {
        program("mvnw", "mkdir -p " + REPORTS, work, "echo '" + CLOSING_LINE + "'", "exit " + code);
    }

    private void program(String name, String... lines) throws IOException {
        Path file = lab.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\nset -eu\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Said test() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", lab.resolve("stepback").toString(), "test").redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "STEPBACK_CHROMIUM",
                        "none",
                        "PATH",
                        lab.resolve("bin") + ":" + System.getenv("PATH")));
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }
}
