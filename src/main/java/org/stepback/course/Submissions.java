package org.stepback.course;

import static org.springframework.data.relational.core.query.Criteria.where;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepback.exercise.Edit;
import org.stepback.notebook.EditsText;

/// The table of submissions: rows are added, never changed.
@Component
class Submissions {
    /// The best submission's points, the number of submissions and whether a draft exists, one row an exercise.
    private static final String PROGRESS = """
            select exercise, max(drafts) as drafts, max(attempts) as attempts, max(earned) as earned, max(total) as total
            from (
                select exercise, 1 as drafts, 0 as attempts, 0 as earned, 0 as total, 1 as place
                from draft where student = :student
                union all
                select exercise, 0, count(*) over (partition by exercise), earned, total,
                    row_number() over (partition by exercise order by earned desc, created desc)
                from submission where student = :student
            ) as work
            where place = 1
            group by exercise
            """;

    private final JdbcAggregateTemplate rows;
    private final JdbcClient jdbc;

    Submissions(JdbcAggregateTemplate rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    Optional<Submission> find(UUID student, String exercise, long revision, String exerciseHash) {
        var key = where("student")
                .is(student)
                .and("exercise")
                .is(exercise)
                .and("revision")
                .is(revision)
                .and("exerciseHash")
                .is(exerciseHash);
        return rows.findOne(Query.query(key), SubmissionRow.class).map(SubmissionRow::submission);
    }

    /// The student's newest submission of an exercise, if it was of this version of the exercise and has these edits.
    Optional<Submission> newest(UUID student, String exercise, List<Edit> edits, String exerciseHash) {
        return rows.findAll(newestFirst(student, exercise, 1), SubmissionRow.class).stream()
                .filter(row ->
                        row.exerciseHash().equals(exerciseHash) && row.edits().equals(EditsText.write(edits)))
                .findFirst()
                .map(SubmissionRow::submission);
    }

    private static Query newestFirst(UUID student, String exercise, int most) {
        return Query.query(where("student").is(student).and("exercise").is(exercise))
                .sort(Sort.by(Sort.Direction.DESC, "created"))
                .limit(most);
    }

    /// The student's submissions of one exercise, newest first.
    List<Submission> list(UUID student, String exercise, int most) {
        return rows.findAll(newestFirst(student, exercise, most), SubmissionRow.class).stream()
                .map(SubmissionRow::submission)
                .toList();
    }

    /// Stores a submission, or gives back the one that another press of the button stored for the same revision.
    Submission add(Submission submission, String exerciseHash) {
        try {
            rows.insert(SubmissionRow.of(submission, exerciseHash));
            return submission;
        } catch (DuplicateKeyException anotherPressWasQuicker) {
            return find(submission.student(), submission.exercise(), submission.revision(), exerciseHash)
                    .orElseThrow(() -> anotherPressWasQuicker);
        }
    }

    /// The student's progress by exercise, in one query; exercises that were never touched are absent.
    Map<String, Progress> progress(UUID student) {
        return jdbc
                .sql(PROGRESS)
                .param("student", student)
                .query((row, number) -> Map.entry(
                        row.getString("exercise"),
                        new Progress(
                                row.getInt("earned"),
                                row.getInt("total"),
                                row.getInt("attempts"),
                                row.getInt("drafts") + row.getInt("attempts") > 0)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
