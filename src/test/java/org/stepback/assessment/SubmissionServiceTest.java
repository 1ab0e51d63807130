package org.stepback.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.course.Progress;
import org.stepback.course.ProgressService;
import org.stepback.exercise.Edit;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.grading.Verdict;
import org.stepback.notebook.NotebookService;
import org.stepback.storage.StorageTest;
import org.stepback.storage.TestCourse;

abstract class SubmissionServiceTest extends StorageTest {
    private static final String ONE_UNIT = "one-unit";
    private static final String MOONS = "moons";
    private static final Progress UNTOUCHED = new Progress(0, 5, 0, false);

    private UUID student;

    @Override
    protected Class<?>[] components() {
        return new Class<?>[] {TestCourse.class, AssessmentStorage.class, ProgressService.class};
    }

    @BeforeEach
    void enter() {
        student = account();
    }

    private void answer(String cell, String text) {
        get(NotebookService.class).edit(student, ONE_UNIT, new Edit(cell, Edit.ANSWER, '"' + text + '"'));
    }

    private Submission submit() {
        return get(SubmissionService.class).submit(student, ONE_UNIT).join();
    }

    private List<Submission> submissions() {
        return get(SubmissionService.class).list(student, ONE_UNIT);
    }

    private Progress progress(String slug) {
        return get(ProgressService.class).of(student).get(slug);
    }

    private long rows() {
        return get(JdbcClient.class)
                .sql("select count(*) from submission where student = :student")
                .param("student", student)
                .query(Long.class)
                .single();
    }

    @Test
    void a_submission_keeps_the_answers_and_what_they_earned() {
        answer("z", "0.3");
        answer("loss", "1,554");
        answer("way", "a");
        Submission submission = submit();
        restart();

        assertThat(submissions()).containsExactly(submission);
        assertThat(submission.earned()).isEqualTo(2);
        assertThat(submission.total()).isEqualTo(5);
        assertThat(submission.revision()).isEqualTo(3);
        assertThat(submission.edits()).hasSize(3);
        assertThat(submission.grade().cells().get("z").verdict()).isEqualTo(new Verdict.Correct());
        assertThat(submission.grade().cells().get("loss").verdict())
                .isEqualTo(new Verdict.Malformed("This can be read in two ways. Write 1.554 or 1554.", 1));
        assertThat(submission.grade().cells().get("way").verdict())
                .isEqualTo(new Verdict.Wrong("Which way does the prediction move?"));
    }

    @Test
    void a_folded_cell_and_a_note_are_no_other_answers() {
        answer("z", "0.3");
        Submission submission = submit();
        get(NotebookService.class).fold(student, ONE_UNIT, "z", true);
        get(NotebookService.class).add(student, ONE_UNIT, "", "note");

        assertThat(submit()).isEqualTo(submission);
        answer("z", "0.4");
        assertThat(submit()).isNotEqualTo(submission);
        answer("z", "0.3");
        assertThat(submit()).isNotEqualTo(submission);
        assertThat(submissions()).hasSize(3);
    }

    @Test
    void the_same_revision_is_submitted_once() {
        answer("z", "0.3");
        assertThat(submit()).isEqualTo(submit());
        assertThat(rows()).isEqualTo(1);

        answer("z", "1");
        assertThat(submit().earned()).isZero();
        assertThat(submissions()).extracting(Submission::earned).containsExactly(0, 2);
    }

    @Test
    void a_revision_that_was_submitted_before_the_exercise_changed_is_graded_anew() {
        answer("z", "0.3");
        Submission now = submit();
        SubmissionRow earlier = received("the hash of an earlier version");

        assertThat(get(Submissions.class).add(earlier)).isEqualTo(earlier);
        assertThat(submit()).isEqualTo(now);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void a_double_press_at_the_same_moment_stores_one_row_and_gives_one_submission() throws Exception {
        answer("z", "0.3");
        List<Submission> given = atOnce(3, press -> submit());

        assertThat(rows()).isEqualTo(1);
        assertThat(given).hasSize(3).containsOnly(submissions().getFirst());
    }

    private SubmissionRow received(String hash) {
        return SubmissionRow.received(
                student,
                get(NotebookService.class).open(student, ONE_UNIT),
                hash,
                Instant.parse("2026-12-24T22:59:59Z"));
    }

    @Test
    void what_was_received_before_the_lab_ended_is_graded_after_its_start_with_the_time_of_the_press() {
        answer("z", "0.3");
        SubmissionRow received =
                get(Submissions.class).add(received(get(CourseCatalog.class).hash(ONE_UNIT)));
        assertThat(submissions()).as("not graded yet").isEmpty();
        assertThat(progress(ONE_UNIT).attempts()).isZero();

        restart();
        Submission graded = submit(); // the same revision: a second press waits for the first

        assertThat(graded.id()).isEqualTo(received.id());
        assertThat(graded.created()).isEqualTo(received.created());
        assertThat(graded.earned()).isEqualTo(2);
        assertThat(submissions()).containsExactly(graded);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void the_best_of_all_submissions_counts_however_many_there_are() {
        answer("z", "0.3");
        assertThat(submit().earned()).isEqualTo(2);
        for (int i = 0; i < 101; i++) {
            answer("z", String.valueOf(i + 2));
            submit();
        }
        assertThat(get(SubmissionService.class).best(student, ONE_UNIT)).contains(new BestScore(2, 5, 102));
    }

    @Test
    void many_students_at_the_deadline_are_all_graded() throws Exception {
        List<UUID> students = Stream.generate(this::account).limit(250).toList();
        List<CompletableFuture<Submission>> presses = students.stream()
                .map(one -> get(SubmissionService.class).submit(one, MOONS))
                .toList();

        assertThat(presses).allSatisfy(press -> assertThat(press.join().total()).isPositive());
        assertThat(get(Submissions.class).waiting()).isEmpty();
    }

    @Test
    void progress_counts_attempts_and_keeps_the_best_score() {
        assertThat(get(ProgressService.class).of(student)).isEqualTo(Map.of(ONE_UNIT, UNTOUCHED, MOONS, UNTOUCHED));

        answer("z", "0.3");
        assertThat(progress(ONE_UNIT)).isEqualTo(new Progress(0, 5, 0, true));

        answer("way", "b");
        submit();
        assertThat(progress(ONE_UNIT)).isEqualTo(new Progress(3, 5, 1, true));

        answer("z", "7");
        submit();
        assertThat(progress(ONE_UNIT)).isEqualTo(new Progress(3, 5, 2, true));
        assertThat(progress(MOONS)).isEqualTo(UNTOUCHED);
        assertThat(get(ProgressService.class).of(account()).get(ONE_UNIT)).isEqualTo(UNTOUCHED);
    }

    @Test
    void an_untouched_notebook_can_be_submitted_and_earns_nothing() {
        Submission submission = submit();

        assertThat(submission.revision()).isZero();
        assertThat(submission.earned()).isZero();
        assertThat(progress(ONE_UNIT)).isEqualTo(new Progress(0, 5, 1, true));
    }

    @Test
    void checking_grades_what_is_saved_and_stores_nothing() {
        answer("way", "b");

        assertThat(get(SubmissionService.class).check(student, ONE_UNIT).join().earned())
                .isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void why_an_answer_is_right_is_said_of_right_answers_alone() {
        answer("way", "a");
        SubmissionService service = get(SubmissionService.class);
        assertThat(service.explanations(
                        ONE_UNIT, service.check(student, ONE_UNIT).join()))
                .isEmpty();
        assertThat(service.explanations(ONE_UNIT, submit().grade())).isEmpty();

        answer("way", "b");
        assertThat(service.explanations(
                        ONE_UNIT, service.check(student, ONE_UNIT).join()))
                .containsOnlyKeys("way");
        assertThat(service.explanations(ONE_UNIT, submit().grade()))
                .containsEntry("way", "The gradient of $b$ is negative, so a larger bias gives a smaller loss.");
    }

    @Test
    void an_unknown_exercise_is_refused() {
        assertThatThrownBy(() -> get(SubmissionService.class).submit(student, "nowhere"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> get(SubmissionService.class).check(student, "nowhere"))
                .isInstanceOf(RefusedException.class);
    }
}
