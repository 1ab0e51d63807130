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
import org.stepback.exercise.RefusedException;
import org.stepback.grading.Grade;
import org.stepback.notebook.EditsText;
import org.stepback.storage.PersonRows;
import org.stepback.storage.StorageQuota;
import org.stepback.storage.StoredWork;

/// The table of submissions: a row is added when it is pressed, and gets its grade once.
@Component
public class Submissions implements StoredWork {
    /// The best submission and the number of submissions, one row an exercise.
    private static final String BEST = """
            select exercise, earned, total, attempts
            from (
                select exercise, earned, total, count(*) over (partition by exercise) as attempts,
                    row_number() over (partition by exercise order by earned desc, created desc) as place
                from submission where student = :student and state = 'graded'
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

    Optional<SubmissionRow> find(UUID student, String exercise, long revision, String exerciseHash) {
        var key = where("student")
                .is(student)
                .and("exercise")
                .is(exercise)
                .and("revision")
                .is(revision)
                .and("exerciseHash")
                .is(exerciseHash);
        return rows.findOne(Query.query(key), SubmissionRow.class);
    }

    Optional<SubmissionRow> find(UUID id) {
        return Optional.ofNullable(rows.findById(id, SubmissionRow.class));
    }

    @Override
    public long bytes(UUID person) {
        return PersonRows.bytes(
                jdbc, "select coalesce(sum(bytes + :row), 0) from submission where student = :person", person);
    }

    /// The student's newest submission of an exercise, if it was of this version of the exercise and has these edits.
    Optional<SubmissionRow> newest(UUID student, String exercise, List<Edit> edits, String exerciseHash) {
        return rows.findAll(newestFirst(student, exercise, 1), SubmissionRow.class).stream()
                .filter(row ->
                        row.exerciseHash().equals(exerciseHash) && row.edits().equals(EditsText.write(edits)))
                .findFirst();
    }

    private static Query newestFirst(UUID student, String exercise, int most) {
        return Query.query(where("student").is(student).and("exercise").is(exercise))
                .sort(Sort.by(Sort.Direction.DESC, "created"))
                .limit(most);
    }

    /// Returns the student's graded submissions of one exercise, newest first.
    List<Submission> list(UUID student, String exercise, int most) {
        return rows.findAll(newestFirst(student, exercise, most), SubmissionRow.class).stream()
                .filter(SubmissionRow::isGraded)
                .map(SubmissionRow::submission)
                .toList();
    }

    /// Stores a submission that was received, or gives back the one that another press of the button stored for the
    /// same revision.
    SubmissionRow add(SubmissionRow received) {
        try {
            quota.guard(received.student());
            return rows.insert(received);
        } catch (DuplicateKeyException anotherPressWasQuicker) {
            return find(received.student(), received.exercise(), received.revision(), received.exerciseHash())
                    .orElseThrow(() -> anotherPressWasQuicker);
        }
    }

    /// Stores the grade of a submission that has none yet, and returns the submission as it is stored.
    ///
    /// @throws RefusedException where its student is gone, and the submission too
    Submission grade(SubmissionRow received, Grade grade) {
        SubmissionRow graded = received.graded(grade);
        jdbc.sql("""
                        update submission set verdicts = :verdicts, earned = :earned, total = :total, bytes = :bytes,
                            state = 'graded'
                        where id = :id and state = 'received'
                        """)
                .param("verdicts", graded.verdicts())
                .param("earned", graded.earned())
                .param("total", graded.total())
                .param("bytes", graded.bytes())
                .param("id", graded.id())
                .update();
        return find(graded.id())
                .map(SubmissionRow::submission)
                .orElseThrow(() -> new RefusedException("This submission is not there any more."));
    }

    /// A submission that waits to be graded.
    record Waiting(UUID id, UUID student) {}

    /// Returns those that were received and not graded yet, the oldest first.
    List<Waiting> waiting() {
        return jdbc.sql("select id, student from submission where state = 'received' order by created")
                .query((row, number) ->
                        new Waiting(row.getObject("id", UUID.class), row.getObject("student", UUID.class)))
                .list();
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
