package org.stepback.training;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Resolved;

/// The table `prediction`: a student's prediction of a training, as it was when the training was first begun.
final class Predictions {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Predictions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Keeps the answers to a training's predictions, unless they were kept at an earlier run.
    ///
    /// @param cells with the student's answers; a question without one is kept as empty
    void keep(UUID student, Exercise exercise, Resolved cells, String train) {
        for (Cell.Question question : exercise.predictions(train)) {
            jdbc.sql("""
                            insert into prediction (student, slug, cell, answer, made)
                            select :student, :slug, :cell, :answer, :now
                            where not exists (
                                select 1 from prediction where student = :student and slug = :slug and cell = :cell)
                            """)
                    .param("student", student)
                    .param("slug", exercise.slug())
                    .param("cell", question.id())
                    .param("answer", cells.answer(question.id()).orElse(""))
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        }
    }

    /// Returns a prediction; empty as long as its training was never begun.
    Optional<String> find(UUID student, String slug, String cell) {
        return jdbc.sql("select answer from prediction where student = :student and slug = :slug and cell = :cell")
                .param("student", student)
                .param("slug", slug)
                .param("cell", cell)
                .query(String.class)
                .optional();
    }
}
