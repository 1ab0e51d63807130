package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.read.CellJson;
import org.stepback.exercise.read.CellText;
import org.stepback.nn.optimizer.Lion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class FieldJsonTest {
    private static final JsonNode LAYERS = json("""
            [{"dense":{"units":5,"activation":"relu"}},{"dense":{"units":1,"activation":"sigmoid"}}]""");

    @Test
    void finds_the_text_at_a_place() {
        assertThat(FieldJson.text(LAYERS, "layers[0].dense.units")).isEqualTo("5");
        assertThat(FieldJson.text(LAYERS, "layers[1].dense.activation")).isEqualTo("sigmoid");
        assertThat(FieldJson.text(LAYERS, "layers[7].dense.units")).isEmpty();
        assertThat(FieldJson.text(LAYERS, "layers[0]")).isEmpty();
        assertThat(FieldJson.text(json("7"), "seed")).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0.001",
        "1e-7, 1e-7",
        "40.0, 40",
        "0.15, 0.15",
        "2.5e10, 25000000000",
        "1e21, 1e21",
        "1e-5, 0.00001"
    })
    void an_authors_number_is_shown_as_a_person_would_type_it(double number, String shown) {
        assertThat(FieldJson.text(JsonNodeFactory.instance.numberNode(number), "epsilon"))
                .isEqualTo(shown);
    }

    @Test
    void an_edit_has_the_authors_numbers_as_a_person_would_type_them() {
        JsonNode field = CellJson.optimizer(new Lion().at(1e-5));

        assertThat(FieldJson.edit("fit", "optimizer", FieldJson.set(field, "optimizer.lion.beta_1", "0.80"))
                        .json())
                .isEqualTo("{\"lion\":{\"learning_rate\":0.00001,\"beta_1\":0.80,\"beta_2\":0.99,\"weight_decay\":0}}");
    }

    @Test
    void changes_one_place_and_leaves_the_rest() {
        assertThat(FieldJson.set(LAYERS, "layers[1].dense.units", "3").toString())
                .isEqualTo(LAYERS.toString().replace("\"units\":1", "\"units\":3"));
        assertThat(LAYERS.toString()).contains("\"units\":1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.001",
                "0.10",
                "0,01",
                "1e-3",
                "1e308",
                "NaN",
                "",
                " 5",
                "-0",
                "007",
                "0.1 per step",
                "null",
                "[1]"
            })
    void what_is_typed_is_shown_again_as_it_was_typed(String typed) {
        JsonNode optimizer = json("{\"adam\":{\"learning_rate\":0.001}}");
        JsonNode changed = FieldJson.set(optimizer, "optimizer.adam.learning_rate", typed);
        JsonNode stored = json(changed.toString());
        assertThat(FieldJson.text(stored, "optimizer.adam.learning_rate")).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"0.03, 0.03", "12, 12", "true, true", "1e-3, \"1e-3\"", "relu, \"relu\""})
    void only_a_number_that_reads_back_the_same_becomes_one(String typed, String json) {
        assertThat(FieldJson.set(json("1"), "seed", typed).toString()).isEqualTo(json);
    }

    @Test
    void adds_and_removes_list_entries() {
        JsonNode longer = FieldJson.insert(LAYERS, 1, json("{\"dense\":{\"units\":4,\"activation\":\"relu\"}}"));
        assertThat(longer).hasSize(3);
        assertThat(FieldJson.text(longer, "layers[1].dense.units")).isEqualTo("4");
        assertThat(FieldJson.remove(longer, 1)).isEqualTo(LAYERS);
    }

    @Test
    void a_place_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> FieldJson.set(LAYERS, "layers[2].dense.units", "3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layers[2]");
    }

    private static JsonNode json(String text) {
        return CellText.parse(text).orElseThrow();
    }
}
