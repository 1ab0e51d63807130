package org.stepback.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepback.exercise.Markdown;
import org.stepback.nn.Diagnosis;
import org.stepback.nn.NonFinite;
import org.stepback.nn.UnitDiagnosis;

class LessonTest {
    @ParameterizedTest
    @EnumSource
    void each_part_has_a_text_of_some_length(Lesson part) {
        assertThat(part.markdown()).hasSizeGreaterThan(500).doesNotStartWith("#");
        assertThat(Markdown.html(part.markdown())).startsWith("<p>");
    }

    @Test
    void a_diagnosis_leads_to_its_part() {
        assertThat(Lesson.on(new Diagnosis.NotFinite(new NonFinite(3, 1, "z")))).isEqualTo(Lesson.OVERFLOW);
        assertThat(Lesson.on(new UnitDiagnosis.Symmetric(5, 1, 4, 0.5))).isEqualTo(Lesson.INITIALIZATION);
        assertThat(Lesson.on(new UnitDiagnosis.Dead(5, 1, 4, 4, 100, -1))).isEqualTo(Lesson.ACTIVATIONS);
    }
}
