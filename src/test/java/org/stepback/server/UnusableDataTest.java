package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.browser.LabServer;
import org.stepback.exercise.RefusedException;
import org.stepback.operation.LabDatabase;
import org.stepback.storage.TestDatabases;

@DisplayName("A lab that cannot start on its data says why in a sentence, and ends with 1")
class UnusableDataTest {
    @TempDir
    Path folder = Path.of("");

    private Path file;
    private String url;

    @BeforeEach
    void place() {
        file = folder.resolve("stepback.mv.db");
        url = url(folder.resolve("stepback"));
    }

    private static String url(Path base) {
        return "jdbc:h2:file:" + base + TestDatabases.h2().url().replaceFirst("[^;]*", "");
    }

    @Test
    void the_folder_cannot_be_written() {
        assertThat(refusal(url(Path.of("/proc/stepback/lab")))).contains("The lab cannot write into its data folder");
    }

    @Test
    void the_folder_is_a_file() throws IOException {
        Path taken = Files.createFile(folder.resolve("data"));
        assertThat(refusal(url(taken.resolve("lab")))).contains("The lab cannot write into its data folder");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_192, 1_000_000_000})
    void the_file_is_damaged(int bytes) throws IOException {
        LabServer.fresh("--spring.datasource.url=" + url).close();
        byte[] content = Files.readAllBytes(file);
        byte[] noise = new byte[Math.min(bytes, content.length)];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, content, 0, noise.length);
        Files.write(file, content);
        assertThat(refusal(url)).contains("The database's file is damaged");
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void the_file_was_cut_short() throws IOException {
        try (LabServer lab = LabServer.fresh("--spring.datasource.url=" + url)) {
            Awaitility.await().until(() -> Files.exists(folder.resolve("stepback.stored")));
            lab.kill();
            lab.start(); // a lab that was killed has lost nothing
        }
        byte[] whole = Files.readAllBytes(file);
        for (int kept : new int[] {whole.length * 3 / 4, whole.length / 2, 0}) {
            Files.write(file, Arrays.copyOf(whole, kept));
            assertThat(refusal(url))
                    .containsPattern("The database's file is (older than it was|damaged)")
                    .contains("restore");
            assertThatThrownBy(
                            () -> new LabDatabase(url, "stepback", "").backups().write(folder.resolve("lab.zip")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("The database's file is");
            assertThat(file).hasSize(kept);
        }
        Files.delete(file);
        assertThat(refusal(url)).contains("older than it was: it is empty or gone");
        Files.write(file, whole);
        LabServer.fresh("--spring.datasource.url=" + url).close();
    }

    @Test
    void the_database_is_of_a_newer_lab() {
        var newer = TestDatabases.h2();
        newer.jdbc()
                .sql("insert into \"flyway_schema_history\" select 99, '99', \"description\", \"type\", 'V99__x.sql',"
                        + " \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\", \"success\""
                        + " from \"flyway_schema_history\" where \"version\" = '1'")
                .update();
        assertThat(refusal(newer.url())).contains("The database was last used by a newer Stepback");
    }

    private static String refusal(String url) {
        var ended = catchThrowableOfType(
                IllegalStateException.class, () -> LabServer.fresh("--spring.datasource.url=" + url));
        assertThat(ended).as("the lab started").isNotNull();
        assertThat(ended.getMessage()).startsWith("The lab ended with 1 ").doesNotContain("\tat ", "Exception:");
        return ended.getMessage();
    }
}
