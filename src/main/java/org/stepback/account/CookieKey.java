package org.stepback.account;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The key that signs the guests' cookies: made once, kept in the database, the same on every node.
@Component
class CookieKey {
    static final String NAME = "cookie-key";
    private final String value;

    CookieKey(JdbcClient jdbc) {
        try {
            jdbc.sql("insert into setting (name, content) select :name, :content"
                            + " where not exists (select 1 from setting where name = :name)")
                    .param("name", NAME)
                    .param("content", Accounts.newSecret())
                    .update();
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            // its key is the one that counts, and the query below reads it
        }
        value = jdbc.sql("select content from setting where name = :name")
                .param("name", NAME)
                .query(String.class)
                .single();
    }

    String value() {
        return value;
    }
}
