package org.stepback.assessment;

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
import org.stepback.storage.PersonRows;
import org.stepback.storage.StorageQuota;
import org.stepback.storage.StoredWork;

/// The table of submissions: rows are added, never changed.
@Component
public class Submissions implements StoredWork {
    /// The best submission and the number of submissions, one row an exercise.
    private static final String BEST = """
            select exercise, earned, total, attempts
            from (
                select exercise, earned, total, count(*) over (partition by exercise) as attempts,
                    row_number() over (partition by exercise order by earned desc, created desc) as place
                from submission where student = :student
            ) as ranked
            where place = 1
            """;

    private final JdbcAggregateTemplate rows;
    private final JdbcClient jdbc;
    private final StorageQuota quota;

    Submissions(JdbcAggregateTemplate rows, JdbcClient jdbc, StorageQuota quota) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.quota = quota;
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

    @Override
    public long bytes(UUID person) {
        return PersonRows.bytes(
                jdbc, "select coalesce(sum(bytes + :row), 0) from submission where student = :person", person);
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

    /// Returns the student's submissions of one exercise, newest first.
    List<Submission> list(UUID student, String exercise, int most) {
        return rows.findAll(newestFirst(student, exercise, most), SubmissionRow.class).stream()
                .map(SubmissionRow::submission)
                .toList();
    }

    /// Stores a submission, or gives back the one that another press of the button stored for the same revision.
    Submission add(Submission submission, String exerciseHash) {
        try {
            quota.guard(submission.student());
            rows.insert(SubmissionRow.of(submission, exerciseHash));
            return submission;
        } catch (DuplicateKeyException anotherPressWasQuicker) {
            return find(submission.student(), submission.exercise(), submission.revision(), exerciseHash)
                    .orElseThrow(() -> anotherPressWasQuicker);
        }
    }

    /// Returns the student's best submission of each exercise, in one query; exercises without a submission are absent.
    public Map<String, BestScore> best(UUID student) {
        return jdbc
                .sql(BEST)
                .param("student", student)
                .query((row, number) -> Map.entry(
                        row.getString("exercise"),
                        new BestScore(row.getInt("earned"), row.getInt("total"), row.getInt("attempts"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
