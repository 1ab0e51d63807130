package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.TrainingChart;

class CompletionsTest {
    @Test
    void a_training_offers_every_chart_of_the_page() {
        Completions train = Completions.of("train", List.of(), Lab.exercise("rates"));
        assertThat(train.keys()).contains("charts");
        assertThat(train.values().get("charts"))
                .containsExactlyElementsOf(
                        TrainingChart.ALL.stream().map(TrainingChart::key).toList());
    }
}
