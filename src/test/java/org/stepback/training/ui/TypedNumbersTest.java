package org.stepback.training.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.RefusedException;

/// The numbers that are typed for a sweep and for a fork.
class TypedNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.01, 0.1, 1",
                "0.01,0.1,1",
                " 0.01 ; 0.1;1 ",
                "0,01; 0,1; 1",
                "1/100, 1/10, 1",
                "1e\u22122, .1, \u200b1",
                "０．０１, 0.1, 1"
            })
    void a_sweep_takes_numbers_with_commas_between(String typed) {
        assertThat(RunSweep.numbers(typed)).isEqualTo(List.of(0.01, 0.1, 1.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,01, 0,1 | A comma can mean two things here.",
                "1,2 | A comma can mean two things here.",
                "1,000 | A comma can mean two things here.",
                "0.1, fast | Type numbers with commas between them, such as 0.01, 0.1, 1.",
                "0.1,, 1 | Type numbers with commas between them, such as 0.01, 0.1, 1.",
                "50%, 0.1 | Leave out the “%”"
            })
    void a_sweep_asks_about_what_can_be_two_numbers(String typed, String sentence) {
        assertThatThrownBy(() -> RunSweep.numbers(typed))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_sweep_over_seeds_takes_whole_numbers() {
        assertThat(RunSweep.numbers("1, 2, 3")).isEqualTo(List.of(1.0, 2.0, 3.0));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "'1,200', 1200", "'12,345,678', 12345678", "' 7 ', 7", "1e3, 1000", "１２, 12", "0, 0"})
    void a_fork_takes_a_step_as_the_page_writes_it(String typed, long step) {
        assertThat(RunFork.number(typed)).isEqualTo(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1.5", "-1", "", "1,23,4", "step 3", "1e30", "1 200"})
    void a_fork_refuses_what_is_no_step(String typed) {
        assertThatThrownBy(() -> RunFork.number(typed))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Type the number of the step to fork at, such as 100.");
    }
}
