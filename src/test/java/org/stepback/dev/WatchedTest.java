package org.stepback.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTest {
    @TempDir
    Path folder;

    @Test
    void each_look_names_what_is_new_changed_or_gone_since_the_last_one() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "");
        Path edited = Files.writeString(folder.resolve("edited"), "");
        Path removed = Files.writeString(folder.resolve("removed"), "");
        Watched watched = new Watched(folder);
        assertThat(watched.changes()).isEmpty();

        Path added =
                Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("added"), "");
        Files.setLastModifiedTime(edited, FileTime.fromMillis(0));
        Files.delete(removed);

        assertThat(watched.changes()).containsExactlyInAnyOrder(added, edited, removed);
        assertThat(watched.changes()).isEmpty();
        assertThat(Watched.files(folder)).containsExactlyInAnyOrder(kept, edited, added);
    }
}
