package org.stepback.exercise.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.exercise.read.CellText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YamlTextTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String set(String text, String field, String before, String after) {
        return YamlText.set(text, field, json(before), json(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "seed: 1 ; 1 ; 2 ; seed: 2",
                "seed: 1   # why ; 1 ; 2 ; seed: 2   # why",
                "seed: ; \"\" ; 2 ; seed: 2",
                "seed:\\n ; \"\" ; 2 ; seed: 2\\n",
                "a: 1\\n ; 1 ; 2 ; a: 1\\nseed: 2",
                "'seed': \"x\" ; \"x\" ; \"0,01\" ; 'seed': \"0,01\"",
                "seed: |-\\n  x\\n  y\\nb: 2 ; \"x\" ; 3 ; seed: 3\\nb: 2",
                "# 😀 first\\nseed: 1 # 😀 ; 1 ; 2 ; # 😀 first\\nseed: 2 # 😀",
            })
    void one_value_is_written_and_the_rest_stays(String text, String before, String after, String wanted) {
        String changed = set(text.replace("\\n", "\n"), "seed", before, after);

        assertThat(changed.stripTrailing())
                .isEqualTo(wanted.replace("\\n", "\n").stripTrailing());
    }

    @Test
    void a_setting_within_a_field_is_found_and_one_that_is_not_there_is_put_in() {
        String text = "optimizer: { adam: {learning_rate: 0.01} }  # fast\nseed: 1\n";
        String usual = "{\"adam\":{\"learning_rate\":0.01,\"beta_1\":0.9}}";

        assertThat(set(text, "optimizer", usual, usual.replace("0.01", "0.02")))
                .isEqualTo("optimizer: { adam: {learning_rate: 0.02} }  # fast\nseed: 1\n");
        assertThat(set(text, "optimizer", usual, usual.replace("0.9", "0.5")))
                .isEqualTo("optimizer: { adam: {learning_rate: 0.01, beta_1: 0.5} }  # fast\nseed: 1\n");
        assertThat(set(text, "optimizer", usual, "{\"sgd\":{\"learning_rate\":0.1}}"))
                .isEqualTo("optimizer: {sgd: {learning_rate: 0.1}}  # fast\nseed: 1\n");
    }

    @Test
    void a_block_s_setting_is_put_into_the_block() {
        String text = "optimizer:\n  adam:\n    learning_rate: 0.01\nseed: 1\n";
        String usual = "{\"adam\":{\"learning_rate\":0.01,\"beta_1\":0.9}}";

        assertThat(set(text, "optimizer", usual, usual.replace("0.9", "0.5")))
                .isEqualTo("optimizer:\n  adam:\n    learning_rate: 0.01\n    beta_1: 0.5\nseed: 1\n");
    }

    @Test
    void layers_come_and_go_line_by_line() {
        String text = "layers:\n  - dense: {units: 5, activation: relu}\n  # the output\n"
                + "  - dense: {units: 1, activation: sigmoid}\nseed: 1\n";
        String two = "[{\"dense\":{\"units\":5,\"activation\":\"relu\"}},"
                + "{\"dense\":{\"units\":1,\"activation\":\"sigmoid\"}}]";
        String one = "[{\"dense\":{\"units\":1,\"activation\":\"sigmoid\"}}]";

        assertThat(set(text, "layers", two, two.replace("5", "7"))).isEqualTo(text.replace("5", "7"));
        assertThat(set(text, "layers", two, one))
                .isEqualTo("layers:\n  - {dense: {units: 1, activation: sigmoid}}\nseed: 1\n");
    }

    @Test
    void an_author_s_keys_are_taken_out() {
        assertThat(YamlText.without("a: 1\neditable: [a, b]\nb: 2\nlocked:\n  - c\n", Set.of("editable", "locked")))
                .isEqualTo("a: 1\nb: 2\n");
    }

    @Test
    void what_a_control_has_written_the_reader_reads() {
        for (String typed : new String[] {"0,01", "1e-3", "", "relu", "a: b", "# c", "\"", "null", "1.50", "ü 😀"}) {
            JsonNode value = CellText.value(typed);
            String text = CellText.with("seed: 1\n", "seed", CellText.value("1"), value)
                    .orElseThrow();

            assertThat(CellText.field(text, Optional.empty(), "seed").asString())
                    .isEqualTo(typed);
        }
    }
}
