package org.stepback.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.h2.jdbc.JdbcSQLSyntaxErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepback.storage.TestDatabases.Database;

/// A database that hangs is given up, and one that complains fills no disk.
class DatabaseTimeoutsTest {
    private static HikariDataSource pool(DatabaseTimeouts timeouts) {
        Database database = TestDatabases.postgres();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        return (HikariDataSource) timeouts.postProcessBeforeInitialization(pool, "dataSource");
    }

    @Test
    void an_answer_that_does_not_come_is_waited_for_no_longer_than_the_bound() {
        try (HikariDataSource pool = pool(new DatabaseTimeouts(1))) {
            JdbcClient jdbc = JdbcClient.create(pool);
            assertThatThrownBy(() -> jdbc.sql("select pg_sleep(3600)").query().singleRow())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("SocketTimeoutException");
            assertThat(jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void the_lab_s_own_bound_is_some_seconds() {
        try (HikariDataSource pool = pool(new DatabaseTimeouts())) {
            assertThat(Integer.parseInt(pool.getDataSourceProperties().getProperty("socketTimeout")))
                    .isBetween(5, 30);
        }
    }

    @Test
    void h2_keeps_no_file_of_its_errors(@TempDir Path folder) throws Exception {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            settings.load(file);
        }
        String url = settings.getProperty("spring.datasource.url").replace("./data", folder.toString());
        assertThatThrownBy(() -> JdbcClient.create(new DriverManagerDataSource(url, "stepback", ""))
                        .sql("select nothing from nowhere")
                        .query()
                        .listOfRows())
                .hasRootCauseInstanceOf(JdbcSQLSyntaxErrorException.class);
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("trace"));
        }
    }
}
