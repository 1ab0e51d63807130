package org.stepback.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmFileTest {
    private static final String BUILT = """
            {
              "vaadin": {
                "hash": "c5af",
                "overrides": {
                  "katex": "$katex",
                  "react": "$react"
                }
              },
              "overrides": {
                "katex": "$katex",
                "react": "$react"
              }
            }
            """;
    private static final String SERVED = """
            {
              "vaadin": {
                "hash": "c5af"
              },
              "overrides": {
                "react": "$react",
                "katex": "$katex"
              }
            }
            """;

    @TempDir
    Path folder;

    private String putBackAfter(String written) throws IOException {
        Path file = folder.resolve("package.json");
        Files.writeString(file, BUILT);
        NpmFile npm = NpmFile.read(file);
        Files.writeString(file, written);
        npm.putBack();
        return Files.readString(file);
    }

    @Test
    void entries_in_another_order_are_put_back() throws IOException {
        assertThat(putBackAfter(SERVED)).isEqualTo(BUILT);
    }

    @Test
    void an_entry_that_somebody_changed_stays() throws IOException {
        String changed = SERVED.replace("$katex", "0.19.1");
        assertThat(putBackAfter(changed)).isEqualTo(changed);
    }
}
