package org.stepback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the launcher refuses before it builds or starts anything.
class LauncherTest {
    /// What it printed, and how it ended.
    private record Said(int code, String words) {}

    private static Said launcher(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = "sh";
        command[1] = "stepback";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }

    @ParameterizedTest
    @CsvSource({
        "serve --port 0, the port must be a whole number from 1 to 65535",
        "serve --port=70000, the port must be a whole number from 1 to 65535",
        "serve --prot 80, serve does not know '--prot'. It takes --port N.",
        "dev --port 0, the port must be a whole number from 1 to 65535",
        "dev --prot 80, dev does not know '--prot'. It takes --port N.",
        "test --slow, 'test does not know ''--slow''. It takes --fast, or the name of one class of tests.'",
        "test LessonTest LayerTest, 'test takes --fast, or the name of one class of tests.'",
        "test NoSuchTest, there is no class of tests named 'NoSuchTest'.",
        "test org.stepback.NoSuchTest#one, there is no class of tests named 'org.stepback.NoSuchTest'.",
        "test RunStorageTest, 'RunStorageTest is not run itself but as: H2RunStorageTest PostgresRunStorageTest.'",
        "bench --fast, 'bench does not know ''--fast''. It takes --quick, or nothing.'",
        "audit --now, audit does not know '--now'. It takes nothing.",
        "tain x.md, unknown command 'tain'."
    })
    void what_it_does_not_understand_ends_with_2_and_a_sentence(String line, String sentence)
            throws IOException, InterruptedException {
        Said said = launcher(line.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words()).contains("stepback: " + sentence);
    }

    @Test
    void it_says_what_it_can_do() throws IOException, InterruptedException {
        Said said = launcher("help");
        assertThat(said.code()).isZero();
        for (String command : new String[] {
            "serve",
            "dev",
            "test",
            "lint",
            "train",
            "names",
            "import",
            "export",
            "backup",
            "restore",
            "sign-out",
            "audit",
            "bench"
        }) {
            assertThat(said.words()).contains("\n  " + command + " ");
        }
        assertThat(launcher("train", "--help")).isEqualTo(said);
    }
}
