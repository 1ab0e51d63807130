package org.stepback.training.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepWordsTest {
    @Test
    void a_step_that_ends_higher_is_too_large() {
        assertThat(StepWords.verdict(0.31, List.of(0.45, 0.2), 9))
                .isEqualTo("It climbs: the loss goes from 0.3100 to 0.4500. The learning rate is too large here.");
        assertThat(StepWords.verdict(0.31, List.of(Double.POSITIVE_INFINITY), 0.31))
                .isEqualTo(
                        "The loss becomes infinite or is not a number (NaN): the learning rate is far too large here.");
    }

    @Test
    void steps_that_soon_climb_are_about_as_large_as_can_be() {
        assertThat(StepWords.verdict(0.31, List.of(0.3, 0.29, 0.4), 9))
                .isEqualTo(
                        "It goes down, from 0.3100 to 0.3000, but step 3 climbs, to 0.4000: the learning rate is about as"
                                + " large as it can be.");
    }

    @Test
    void a_crawl_where_more_would_be_better_is_too_small() {
        List<Double> crawl = List.of(0.69999, 0.69998, 0.69997, 0.69996, 0.69995);
        assertThat(StepWords.verdict(0.75, List.of(0.7499, 0.7498, 0.7497), 0.749))
                .endsWith(" Ten times as far at once would lower it by 0.001000: the learning rate may be too small.");
        assertThat(StepWords.verdict(0.7, crawl, 0.7))
                .as("on the floor of a valley no step is too small")
                .doesNotContain("too small");
    }

    @Test
    void what_goes_well_is_said_without_advice() {
        assertThat(StepWords.verdict(0.7, List.of(0.6, 0.5, 0.4, 0.3, 0.2), 0.1))
                .isEqualTo("It goes down: the loss falls by 0.1000, to 0.6000; in 5 such steps by 0.5000, to 0.2000.");
    }
}
