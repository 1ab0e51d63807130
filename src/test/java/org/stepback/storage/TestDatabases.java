package org.stepback.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/// Fresh databases for the storage tests: each call makes one of its own, empty but for the migrated tables.
///
/// Write a storage test once, as an abstract class `XTest` with `abstract Database database()`, and run it by two
/// subclasses in files of their own: `H2XTest` returns [#h2()], `PostgresXTest` returns [#postgres()]. A static class
/// nested in the abstract one would never run, as Maven looks for tests in top-level classes and in `@Nested` ones.
///
/// All of a JVM's tests share one PostgreSQL server, which starts when first asked for and ends with the JVM.
public final class TestDatabases {
    private static final String H2_MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
                    + ";OPTIMIZE_REUSE_RESULTS=FALSE;TRACE_LEVEL_FILE=0";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestDatabases() {}

    /// A new H2 file under `target/`, opened as the lab opens its own.
    public static Database h2() {
        return newH2().migrated("latest");
    }

    /// Every kind of database, as an earlier version of the lab had left it.
    static List<Database> asOf(String version) {
        return List.of(newH2().migrated(version), newPostgres().migrated(version));
    }

    private static Database newH2() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "h2")), "test-");
            Path file = folder.toAbsolutePath().resolve("stepback");
            return new Database("jdbc:h2:file:" + file + H2_MODE, "stepback", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new database on this JVM's PostgreSQL server.
    public static Database postgres() {
        return newPostgres().migrated("latest");
    }

    /// A new database on this JVM's PostgreSQL server, without any table.
    public static Database emptyPostgres() {
        return newPostgres();
    }

    private static Database newPostgres() {
        String name = "test_" + NEXT.incrementAndGet();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return new Database(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /// Where a test's database is, and how to reach it.
    public record Database(String url, String user, String password) {
        /// A source that opens one connection a call, so that a test may drop it and come back, as a restart does.
        public DataSource dataSource() {
            return new DriverManagerDataSource(url, user, password);
        }

        public JdbcClient jdbc() {
            return JdbcClient.create(dataSource());
        }

        /// Points a Spring test at this database; call it from a `@DynamicPropertySource` method.
        public void register(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", () -> url);
            properties.add("spring.datasource.username", () -> user);
            properties.add("spring.datasource.password", () -> password);
        }

        Database migrated(String version) {
            Flyway.configure().dataSource(dataSource()).target(version).load().migrate();
            return this;
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL server for the tests did not start.", e);
            }
        }
    }
}
