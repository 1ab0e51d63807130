package org.stepback.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Check;
import org.stepback.exercise.Edit;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.Solution;

class SelfTestTest {
    private static final ExpectedNumber Z = new ExpectedNumber.Z("hand", "point", 1, 1, 1);

    private static Check number(String hint, Check.KnownSlip... slips) {
        return new Check.NumberCheck("output", 2, Z, 1e-3, 0, hint, List.of(slips));
    }

    private static Edit answer(String cell, String text) {
        return new Edit(cell, Edit.ANSWER, '"' + text + '"');
    }

    private static List<String> findings(Check check, Solution solution) {
        return SelfTest.findings(Sample.EXERCISE, new AnswerKey(List.of(check), solution));
    }

    private static Solution solution(Edit... edits) {
        return new Solution(List.of(edits), List.of());
    }

    @Test
    void a_sound_grading_has_no_findings() {
        assertThat(findings(number("Add the bias."), solution(answer("output", "1.1"))))
                .isEmpty();
    }

    @Test
    void a_solution_that_is_wrong_or_missing_is_found() {
        assertThat(findings(number("Add the bias."), solution(answer("output", "1.2"))))
                .containsExactly("The solution is not right for “output”: Add the bias.");
        assertThat(findings(number(""), solution()))
                .containsExactly("The solution is not right for “output”: it is not answered.");
    }

    @Test
    void an_untouched_draft_that_earns_is_found() {
        var wild = new Edit("fit", "optimizer", "{\"sgd\":{\"learning_rate\":1000}}");
        var reached = new Check.TrainingCheck(
                "fit", 3, new Requirement.Reaches(Metric.LOSS, -1, 1e9, OptionalLong.empty()), List.of(), 0, "");

        assertThat(findings(reached, solution())).containsExactly("An untouched draft is right for “fit” already.");
        assertThat(findings(
                        new Check.TrainingCheck("fit", 3, new Requirement.Diverges(), List.of(), 0, ""),
                        solution(wild)))
                .isEmpty();
    }

    @Test
    void a_slip_that_earns_something_else_is_found() {
        var slip = new Solution.Slip("no bias", List.of(answer("output", "1")), 2);

        assertThat(findings(number(""), new Solution(List.of(answer("output", "1.1")), List.of(slip))))
                .containsExactly("The slip “no bias” earns 0 points; solution.yaml says 2.");
    }

    @Test
    void a_hint_that_gives_the_answer_away_or_can_t_be_seen_is_found() {
        var same = new Check.KnownSlip(new ExpectedNumber.Given(1.1001), "Never seen.");
        assertThat(findings(number("It is 1.1 here.", same), solution(answer("output", "1.1"))))
                .containsExactly(
                        "A hint of “output” gives the answer away, so that students won't see it: It is 1.1 here.",
                        "A slip of “output” is as good as the right answer, so that its hint is never seen: Never seen.");

        var choice = new Check.ChoiceCheck("why", 1, "b", Map.of("a", "In truth it grows."));
        assertThat(findings(choice, solution(answer("why", "b"))))
                .containsExactly(
                        "A hint of “why” gives the answer away, so that students won't see it: In truth it grows.");
    }

    @Test
    void a_check_that_can_t_work_is_found() {
        var broken = new Check.NumberCheck(
                "output", 2, new ExpectedNumber.Z("nowhere", "point", 1, 1, 1), 1e-3, 0, "", List.of());

        assertThat(findings(broken, solution(answer("output", "1.1"))))
                .contains("“output” can't be graded: A quantity names a cell that is not there.");
    }
}
