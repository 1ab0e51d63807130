package org.stepback.notebook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;

/// Own notebooks that others may read: each by a link that nobody guesses, until its student takes it back.
///
/// Notebooks of exercises are not shared: they hold answers.
///
/// A method that can't do as it is asked throws a [RefusedException], which says why.
@Service
public class SharedNotebooks {
    private static final int TOKEN_BYTES = 16;
    private static final String NOT_SHARED = "There is no notebook behind this link, or it is shared no more.";

    private final JdbcClient jdbc;
    private final NotebookService notebooks;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SharedNotebooks(JdbcClient jdbc, NotebookService notebooks, Clock clock) {
        this.jdbc = jdbc;
        this.notebooks = notebooks;
        this.clock = clock;
    }

    public record Shared(UUID owner, Notebook notebook) {}

    /// @param exercise the notebook's slug
    /// @param revision grows with each change
    public record Edition(UUID student, String exercise, long revision) {}

    /// The token of the notebook's link, if it has one.
    public Optional<String> token(UUID student, String slug) {
        return jdbc.sql("select token from shared_notebook where student = :student and exercise = :slug")
                .param("student", student)
                .param("slug", slug)
                .query(String.class)
                .optional();
    }

    /// Lets others read a notebook; one that is shared keeps its link.
    ///
    /// @return the token of the link
    public String share(UUID student, String slug) {
        if (!slug.startsWith(Exercise.OWN)) {
            throw new RefusedException("Only notebooks of your own can be shared. Copy this one as your own first.");
        }
        notebooks.open(student, slug);
        return token(student, slug).orElseGet(() -> add(student, slug));
    }

    private String add(UUID student, String slug) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        try {
            jdbc.sql("insert into shared_notebook (token, student, exercise, created) values (:token, :student, :slug,"
                            + " :created)")
                    .param("token", token)
                    .param("student", student)
                    .param("slug", slug)
                    .param("created", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return token;
        } catch (DuplicateKeyException anotherTabWasQuicker) {
            return token(student, slug).orElseThrow();
        }
    }

    /// Takes the notebook's link back, for good: shared again, it gets another one.
    public void revoke(UUID student, String slug) {
        jdbc.sql("delete from shared_notebook where student = :student and exercise = :slug")
                .param("student", student)
                .param("slug", slug)
                .update();
    }

    /// The notebook behind a link, as it is now.
    public Shared open(String token) {
        record Row(UUID student, String exercise) {}
        Row row = one(token, "select student, exercise from shared_notebook where token = :token", Row.class);
        return new Shared(row.student(), notebooks.open(row.student(), row.exercise()));
    }

    /// Returns the notebook that is behind a link, and how often it has changed. No contents are read for it.
    public Edition edition(String token) {
        return one(token, """
                select s.student, s.exercise, d.revision from shared_notebook s
                join draft d on d.student = s.student and d.exercise = s.exercise
                where s.token = :token and d.deleted is null""", Edition.class);
    }

    private <T> T one(String token, String sql, Class<T> row) {
        if (!token.matches("[A-Za-z0-9_-]{22}")) {
            throw new RefusedException(NOT_SHARED);
        }
        return jdbc.sql(sql)
                .param("token", token)
                .query(row)
                .optional()
                .orElseThrow(() -> new RefusedException(NOT_SHARED));
    }
}
