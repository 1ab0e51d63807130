package org.stepback.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.nn.NonFinite;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.UnitDiagnosis;

class LessonPartTest {
    @ParameterizedTest
    @EnumSource
    void each_part_has_a_text_of_some_length(LessonPart part) {
        assertThat(part.markdown()).hasSizeGreaterThan(500).doesNotStartWith("#");
        assertThat(Markdown.html(part.markdown())).startsWith("<p>");
    }

    @Test
    void a_diagnosis_leads_to_its_part() {
        assertThat(LessonPart.on(new Diagnosis.NotFinite(new NonFinite(3, 1, "z"))))
                .isEqualTo(LessonPart.OVERFLOW);
        assertThat(LessonPart.on(new UnitDiagnosis.Symmetric(5, 1, 4, 0.5))).isEqualTo(LessonPart.INITIALIZATION);
        assertThat(LessonPart.on(new UnitDiagnosis.Dead(5, 1, 4, 4, 100, -1))).isEqualTo(LessonPart.ACTIVATIONS);
    }
}
