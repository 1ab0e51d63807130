package org.stepback.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Check;
import org.stepback.exercise.Edit;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.Solution;

class GraderTest {
    private static final ExpectedNumber OUTPUT = new ExpectedNumber.Prediction("hand", "point", 1, 1);
    private static final Check NUMBER = new Check.NumberCheck(
            "output",
            2,
            OUTPUT,
            1e-3,
            0,
            "Apply the sigmoid.",
            List.of(new Check.KnownSlip(
                    new ExpectedNumber.Z("hand", "point", 1, 2, 1), "This is z, before the sigmoid.")));
    private static final Check CHOICE =
            new Check.ChoiceCheck("why", 1, "b", Map.of("a", "Look at the sign of the gradient."));
    private static final Check TRAINING =
            training(new Requirement.Reaches(Metric.VAL_ACCURACY, 0.8, Double.POSITIVE_INFINITY, OptionalLong.of(400)));

    private static Check training(Requirement requirement) {
        return new Check.TrainingCheck("fit", 3, requirement, List.of(11L, 12L), 2, "Try a larger learning rate.");
    }

    private static Graded grade(Check check, Edit... edits) {
        return Grader.grade(
                        Sample.EXERCISE,
                        new AnswerKey(List.of(check), new Solution(List.of(), List.of())),
                        List.of(edits))
                .cells()
                .get(check.cell());
    }

    private static Edit answer(String cell, String text) {
        return new Edit(cell, Edit.ANSWER, '"' + text + '"');
    }

    private static Edit rate(double rate) {
        return new Edit("fit", "optimizer", "{\"adam\":{\"learning_rate\":" + rate + "}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.7310585786", "0.731", "0.7305", " 0.7312 ", "7.31e-1", "0,731", "731/1000", "\u200b０．７３１"})
    void a_number_within_the_tolerance_is_right(String text) {
        assertThat(grade(NUMBER, answer("output", text))).isEqualTo(new Graded(new Verdict.Correct(), 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"0.73, Apply the sigmoid.", "0, Apply the sigmoid.", "1, 'This is z, before the sigmoid.'"})
    void a_wrong_number_gets_the_hint_of_its_slip_or_the_general_one(String text, String hint) {
        assertThat(grade(NUMBER, answer("output", text))).isEqualTo(new Graded(new Verdict.Wrong(hint), 0, 2));
    }

    @Test
    void a_number_that_can_t_be_read_is_malformed_and_earns_nothing() {
        assertThat(grade(NUMBER, answer("output", "7,310")))
                .isEqualTo(new Graded(
                        new Verdict.Malformed("This can be read in two ways. Write 7.310 or 7310.", 1), 0, 2));
    }

    @Test
    void nothing_typed_is_unanswered() {
        assertThat(grade(NUMBER).verdict()).isEqualTo(new Verdict.Unanswered());
        assertThat(grade(NUMBER, answer("output", "  ")).verdict()).isEqualTo(new Verdict.Unanswered());
        assertThat(grade(CHOICE).verdict()).isEqualTo(new Verdict.Unanswered());
    }

    @Test
    void a_hint_that_gives_the_answer_away_is_not_shown() {
        var telling = new Check.NumberCheck("output", 2, OUTPUT, 1e-3, 0, "It is 0.731, of course.", List.of());
        assertThat(grade(telling, answer("output", "5")).verdict()).isEqualTo(new Verdict.Wrong(Grader.NOT_RIGHT));

        var tellingChoice = new Check.ChoiceCheck("why", 1, "b", Map.of("a", "No: it grows."));
        assertThat(grade(tellingChoice, answer("why", "a")).verdict()).isEqualTo(new Verdict.Wrong(Grader.NOT_RIGHT));
    }

    @Test
    void a_choice_is_right_by_its_key_and_wrong_with_its_own_hint() {
        assertThat(grade(CHOICE, answer("why", "b"))).isEqualTo(new Graded(new Verdict.Correct(), 1, 1));
        assertThat(grade(CHOICE, answer("why", "a")).verdict())
                .isEqualTo(new Verdict.Wrong("Look at the sign of the gradient."));
        assertThat(grade(CHOICE, answer("why", "It grows")).verdict()).isInstanceOf(Verdict.Malformed.class);
        assertThat(grade(CHOICE, answer("why", "B")).verdict()).isInstanceOf(Verdict.Malformed.class);
    }

    @Test
    void a_training_that_reaches_what_is_asked_with_every_seed_is_right() {
        assertThat(grade(TRAINING, rate(0.05))).isEqualTo(new Graded(new Verdict.Correct(), 3, 3));
    }

    @Test
    void a_check_can_forgive_some_seeds_but_never_the_student_s_own() {
        var hard = new Requirement.Reaches(Metric.VAL_ACCURACY, 0.85, Double.POSITIVE_INFINITY, OptionalLong.of(400));
        var all = new Check.TrainingCheck("fit", 3, hard, List.of(11L, 12L), 2, "");
        var none = new Check.TrainingCheck("fit", 3, hard, List.of(11L, 12L), 0, "");

        assertThat(grade(all, rate(0.05)).verdict())
                .isInstanceOfSatisfying(Verdict.Wrong.class, wrong -> assertThat(wrong.hint())
                        .matches("It works with your seeds, but not with enough others\\. With seed 1[12]: The .*"));
        assertThat(grade(none, rate(0.05)).verdict()).isEqualTo(new Verdict.Correct());
        assertThat(grade(none, rate(1e-6)).verdict()).isInstanceOf(Verdict.Wrong.class);
    }

    @Test
    void a_training_that_falls_short_hears_how_far_it_came() {
        Verdict verdict = grade(TRAINING, rate(1e-6)).verdict();

        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        assertThat(((Verdict.Wrong) verdict).hint())
                .matches(
                        "The validation accuracy reached \\d\\d?(\\.\\d)? % within 100 steps; more than 80 % is asked\\."
                                + " Try a larger learning rate\\.");
    }

    @Test
    void a_training_that_can_t_run_is_malformed() {
        assertThat(grade(TRAINING, new Edit("fit", "optimizer", "{\"adam\":{\"learning_rate\":\"1,001\"}}"))
                        .verdict())
                .isInstanceOf(Verdict.Malformed.class);
        assertThat(grade(TRAINING, new Edit("net", "layers", "[{\"dense\":{\"units\":2,\"activation\":\"relu\"}}]"))
                        .verdict())
                .isInstanceOf(Verdict.Malformed.class);
    }

    @Test
    void too_much_work_is_refused_before_any_of_it_is_done() {
        Verdict verdict = grade(
                        training(new Requirement.Diverges()),
                        new Edit("fit", "epochs", "10000"),
                        new Edit("fit", "batch_size", "1"))
                .verdict();

        assertThat(verdict).isInstanceOf(Verdict.Malformed.class);
        assertThat(((Verdict.Malformed) verdict).message()).contains("Use fewer epochs");
    }

    @Test
    void divergence_is_right_where_it_is_asked_and_explained_where_it_is_not() {
        Edit wild = new Edit("fit", "optimizer", "{\"sgd\":{\"learning_rate\":1000}}");
        assertThat(grade(training(new Requirement.Diverges()), wild).verdict()).isEqualTo(new Verdict.Correct());
        assertThat(grade(training(new Requirement.Diverges()), rate(0.01)).verdict())
                .isInstanceOf(Verdict.Wrong.class);
    }

    @Test
    void a_slow_training_can_be_asked_for() {
        Check slow =
                training(new Requirement.Reaches(Metric.LOSS, 0.5, Double.POSITIVE_INFINITY, OptionalLong.empty()));

        assertThat(grade(slow, rate(1e-5)).verdict()).isEqualTo(new Verdict.Correct());
        assertThat(((Verdict.Wrong) grade(slow, rate(0.1)).verdict()).hint())
                .startsWith("The training loss was 0.")
                .contains(" after 100 steps; more than 0.5 is asked.");
    }

    @Test
    void locked_and_unknown_fields_change_nothing() {
        assertThat(grade(TRAINING, rate(1e-6), new Edit("moons", "noise", "0"), new Edit("fit", "seed", "5")))
                .isEqualTo(grade(TRAINING, rate(1e-6)));
        assertThat(grade(NUMBER, new Edit("output", "points", "100"), new Edit("nowhere", "answer", "\"1\""))
                        .verdict())
                .isEqualTo(new Verdict.Unanswered());
    }

    @Test
    void a_check_that_fails_earns_nothing_and_gives_nothing_away() {
        var broken = new Check.NumberCheck(
                "output", 2, new ExpectedNumber.Z("hand", "point", 99, 1, 1), 1e-3, 0, "Secret hint", List.of());
        Graded graded = grade(broken, answer("output", "1"));

        assertThat(graded.verdict()).isInstanceOf(Verdict.NotGraded.class);
        assertThat(graded.earned()).isZero();
        assertThat(graded.toString()).doesNotContain("Secret", "99");
        assertThat(grade(new Check.ChoiceCheck("output", 1, "b", Map.of()), answer("output", "b"))
                        .earned())
                .isZero();
        assertThat(grade(new Check.TrainingCheck("net", 1, new Requirement.Diverges(), List.of(), 0, ""))
                        .earned())
                .isZero();
    }

    @Test
    void the_same_answers_always_get_the_same_grade() {
        assertThat(grade(TRAINING, rate(1e-3))).isEqualTo(grade(TRAINING, rate(1e-3)));
    }
}
