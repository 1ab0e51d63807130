package org.stepback.grading;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Check;
import org.stepback.exercise.Edit;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.Solution;
import tools.jackson.databind.json.JsonMapper;

/// What the key holds stays with the grader: no text form, hint or exception shows it, and no page can reach it.
class SecrecyTest {
    private static final double EXPECTED = 0.48151623;
    private static final String[] SECRETS = {"48151623", "HINT-A", "HINT-B", "SLIP-NAME", "424242"};
    private static final List<Check> CHECKS = List.of(
            new Check.NumberCheck(
                    "output",
                    2,
                    new ExpectedNumber.Given(EXPECTED),
                    0,
                    1e-9,
                    "HINT-A 0.48151623",
                    List.of(new Check.KnownSlip(new ExpectedNumber.Given(7), "HINT-B"))),
            new Check.ChoiceCheck("why", 1, "b", Map.of("a", "HINT-A It grows")),
            new Check.TrainingCheck(
                    "fit",
                    3,
                    new Requirement.Reaches(Metric.LOSS, -1, 0, OptionalLong.empty()),
                    List.of(424242L),
                    1,
                    ""));
    private static final AnswerKey KEY = new AnswerKey(
            CHECKS,
            new Solution(
                    List.of(new Edit("output", Edit.ANSWER, "\"0.48151623\"")),
                    List.of(new Solution.Slip("SLIP-NAME", List.of(), 0))));

    @Test
    void the_text_forms_of_a_key_and_of_an_exercise_hide_it() {
        assertThat(KEY.toString()).doesNotContain(SECRETS);
        assertThat(KEY.solution().toString()).doesNotContain(SECRETS);
        assertThat(KEY.solution().slips().getFirst().toString()).doesNotContain("48151623");
        assertThat(KEY.checks().toString()).doesNotContain(SECRETS);
        assertThat(Optional.of(KEY.checks().getFirst()).toString()).doesNotContain(SECRETS);
        assertThat(Sample.EXERCISE.toString()).doesNotContain(SECRETS);
    }

    @Test
    void a_grade_of_wrong_answers_hides_it_in_every_form() {
        Grade grade = Grader.grade(
                Sample.EXERCISE,
                KEY,
                List.of(
                        new Edit("output", Edit.ANSWER, "\"3\""),
                        new Edit("why", Edit.ANSWER, "\"a\""),
                        new Edit("fit", "epochs", "1")));

        assertThat(grade.earned()).isZero();
        assertThat(grade.toString()).doesNotContain(SECRETS).doesNotContain("It grows");
        assertThat(JsonMapper.shared().writeValueAsString(grade)).doesNotContain(SECRETS);
    }

    @Test
    void only_the_grader_and_the_reader_know_the_key() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stepback");

        noClasses()
                .that()
                .resideOutsideOfPackages("org.stepback.grading..", "org.stepback.exercise..", "org.stepback.cli..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(AnswerKey.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Check.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Solution.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ExpectedNumber.class)
                .check(classes);
    }
}
