package org.stepback.training;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepback.storage.PersonRows;
import org.stepback.storage.StoredWork;

/// The room that a person's runs take, and those that are kept of earlier ones.
@Component
public class StoredRuns implements StoredWork {
    private final JdbcClient jdbc;

    StoredRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long bytes(UUID person) {
        return PersonRows.bytes(jdbc, """
                        select (select coalesce(sum(bytes + :row), 0) from run where owner = :person)
                            + (select coalesce(sum(bytes + :row), 0) from kept_run where owner = :person)""", person);
    }

    @Override
    public void forget(UUID person, String slug) {
        PersonRows.delete(
                jdbc,
                person,
                slug,
                "delete from run where owner = :person and slug = :slug",
                "delete from kept_run where owner = :person and slug = :slug");
    }
}
