package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WholeRunsTest {
    @Test
    @DisplayName("Whole runs have the same bits with the Vector API and without it")
    void same_bits() throws IOException {
        List<String> plain = lines(List.of());
        List<String> vectors = lines(List.of("--add-modules", "jdk.incubator.vector"));
        assertThat(plain.removeFirst()).isNotEqualTo(vectors.removeFirst());
        assertThat(plain).hasSizeGreaterThan(100).isEqualTo(vectors);
    }

    private static List<String> lines(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WholeRuns.class.getName()));
        Process java = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ArrayList<>(said.lines().toList());
    }
}
