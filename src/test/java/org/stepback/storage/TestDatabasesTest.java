package org.stepback.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.storage.TestDatabases.Database;

class TestDatabasesTest {
    static Stream<Named<Supplier<Database>>> kinds() {
        return Stream.of(Named.of("H2", TestDatabases::h2), Named.of("PostgreSQL 18", TestDatabases::postgres));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_call_gives_a_migrated_database_of_its_own(Supplier<Database> kind) {
        Database one = kind.get();
        Database other = kind.get();
        one.jdbc().sql("insert into setting (name, content) values ('k', 'v')").update();

        assertThat(settings(one)).isEqualTo(1);
        assertThat(settings(other)).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_was_written_is_there_when_the_last_connection_was_closed(Supplier<Database> kind) {
        Database database = kind.get();
        database.jdbc()
                .sql("insert into setting (name, content) values ('k', 'v')")
                .update();

        assertThat(settings(database)).isEqualTo(1);
    }

    private static long settings(Database database) {
        return database.jdbc()
                .sql("select count(*) from setting")
                .query(Long.class)
                .single();
    }
}
