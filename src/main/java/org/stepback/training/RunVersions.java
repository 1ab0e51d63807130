package org.stepback.training;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells whether there is something new to read of a notebook's runs, without reading them.
@Component
public class RunVersions {
    private final JdbcClient jdbc;

    RunVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Returns a text that changes whenever something is saved of a notebook's runs.
    public String of(UUID owner, String slug) {
        return String.join(
                " ",
                jdbc.sql("select id, state, updated from run where owner = :owner and slug = :slug order by id")
                        .param("owner", owner)
                        .param("slug", slug)
                        .query((run, _) -> run.getString("id") + run.getString("state") + run.getString("updated"))
                        .list());
    }
}
