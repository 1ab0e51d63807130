package org.stepback.storage;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts and deletes a person's rows, for each feature's [StoredWork].
public final class PersonRows {
    private PersonRows() {}

    /// @param sum SQL of one number, with `:person`, and `:row` for what a row costs besides its contents
    public static long bytes(JdbcClient jdbc, String sum, UUID person) {
        return jdbc.sql(sum)
                .param("row", StoredWork.ROW)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /// @param deletions SQL with `:person` and `:slug`, done in this order
    public static void delete(JdbcClient jdbc, UUID person, String slug, String... deletions) {
        for (String sql : deletions) {
            jdbc.sql(sql).param("person", person).param("slug", slug).update();
        }
    }
}
