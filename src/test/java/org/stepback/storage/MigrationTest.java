package org.stepback.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.storage.TestDatabases.Database;

/// What a migration makes of rows that an earlier version of the lab has left.
class MigrationTest {
    @ParameterizedTest
    @MethodSource("withoutParents")
    void each_change_of_a_draft_stands_on_the_one_before_it(Database database) {
        UUID one = draft(database.jdbc(), "one", 5, 6, 7);
        UUID other = draft(database.jdbc(), "other", 1);

        database.migrated("latest");

        assertThat(parents(database.jdbc(), one)).isEqualTo("0 5 6");
        assertThat(parents(database.jdbc(), other)).isEqualTo("0");
    }

    static Iterable<Database> withoutParents() {
        return TestDatabases.asOf("7");
    }

    private static UUID draft(JdbcClient jdbc, String exercise, long... changes) {
        UUID student = UUID.randomUUID();
        UUID draft = UUID.randomUUID();
        jdbc.sql("insert into account (id, name, secret, created) values (?, ?, ?, ?)")
                .params(student, "Ada", student.toString(), OffsetDateTime.now())
                .update();
        jdbc.sql("insert into draft (id, student, exercise, edits, revision, changed) values (?, ?, ?, '{}', 1, ?)")
                .params(draft, student, exercise, OffsetDateTime.now())
                .update();
        for (long number : changes) {
            jdbc.sql(
                            "insert into draft_change (draft, number, label, parts, undone, made) values (?, ?, 'x', '[]', ?, ?)")
                    .params(draft, number, number == 7, OffsetDateTime.now())
                    .update();
        }
        return draft;
    }

    private static String parents(JdbcClient jdbc, UUID draft) {
        return String.join(
                " ",
                jdbc.sql("select cast(parent as varchar(9)) from draft_change where draft = ? and not left_behind"
                                + " order by number")
                        .param(draft)
                        .query(String.class)
                        .list());
    }
}
