package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.Edit;

class EditsTextTest {
    @Test
    void an_untouched_exercise_has_no_edits() {
        assertThat(EditsText.write(List.of())).isEqualTo(EditsText.NONE);
        assertThat(EditsText.read(EditsText.NONE)).isEmpty();
    }

    @Test
    void equal_edits_give_equal_texts_in_any_order() {
        Edit a = new Edit("fit", "epochs", "5");
        Edit b = new Edit("fit", "batch_size", "8");
        Edit c = new Edit("data", "noise", "0.10");

        assertThat(EditsText.write(List.of(a, b, c)))
                .isEqualTo(EditsText.write(List.of(c, b, a)))
                .isEqualTo("{\"data\":{\"noise\":\"0.10\"},\"fit\":{\"batch_size\":\"8\",\"epochs\":\"5\"}}");
    }

    @Property
    void whatever_was_typed_comes_back_to_the_letter(@ForAll String cell, @ForAll String field, @ForAll String json) {
        Edit edit = new Edit(cell, field, json);

        assertThat(EditsText.read(EditsText.write(List.of(edit)))).containsExactly(edit);
    }
}
