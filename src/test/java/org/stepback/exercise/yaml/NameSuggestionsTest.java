package org.stepback.exercise.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSuggestionsTest {
    private static final List<String> KNOWN = List.of("linear", "relu", "leaky_relu", "tanh", "sigmoid", "softmax");

    @ParameterizedTest
    @CsvSource({
        "rellu, relu",
        "ReLU, relu",
        "rleu, relu",
        "sigmiod, sigmoid",
        "sofmax, softmax",
        "leakyrelu, leaky_relu",
        "soft, softmax",
        "tahn, tanh",
    })
    void a_slip_of_the_pen_finds_its_name(String typed, String meant) {
        assertThat(NameSuggestions.nearest(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"swish", "x", "''", "gelu_approximate"})
    void another_name_finds_none(String typed) {
        assertThat(NameSuggestions.nearest(typed, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, xbc, 1",
        "abc, abcd, 1",
        "ca, abc, 3",
        "'', abc, 3"
    })
    void a_distance_counts_edits_and_swaps(String a, String b, int distance) {
        assertThat(NameSuggestions.distance(a, b)).isEqualTo(distance);
    }

    @Property
    void a_distance_is_the_same_both_ways_and_bounded(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        int distance = NameSuggestions.distance(a, b);
        assertThat(distance).isEqualTo(NameSuggestions.distance(b, a));
        assertThat(distance).isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
        assertThat(distance == 0).isEqualTo(a.equals(b));
    }

    @Test
    void a_sentence_names_what_is_known() {
        assertThat(NameSuggestions.unknown("activation", "rellu", KNOWN))
                .isEqualTo(
                        "Unknown activation \"rellu\"; did you mean \"relu\"? Known: linear, relu, leaky_relu, tanh, sigmoid,"
                                + " softmax.");
        assertThat(NameSuggestions.unknown("table", "x", List.of())).isEqualTo("Unknown table \"x\". There is none.");
        assertThat(NameSuggestions.unknown("table", "x".repeat(100_000), List.of("a")))
                .hasSizeLessThan(80);
    }
}
