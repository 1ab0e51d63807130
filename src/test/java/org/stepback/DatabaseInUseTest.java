package org.stepback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A lab whose database is open elsewhere says so in a sentence")
class DatabaseInUseTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void another_lab_has_the_file() throws SQLException, IOException {
        String url = "jdbc:h2:file:" + folder.resolve("lab");
        DriverManager.getConnection(url).close();
        try (var other = FileChannel.open(folder.resolve("lab.mv.db"), StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            SQLException refused = catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url));
            var analysis = new DatabaseInUse().analyze(new IllegalStateException("The context failed.", refused));
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).contains("another Stepback runs on the same data");
        }
    }

    @Test
    void other_failures_are_not_its_business() {
        assertThat(new DatabaseInUse().analyze(new IllegalStateException(new SQLException("no table"))))
                .isNull();
    }
}
