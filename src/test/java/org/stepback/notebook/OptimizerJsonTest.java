package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.read.CellJson;
import org.stepback.exercise.read.CellText;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.AdamW;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import tools.jackson.databind.JsonNode;

class OptimizerJsonTest {
    private static final JsonNode ADAM = CellJson.optimizer(new Adam().at(0.03));

    @Test
    void another_rule_has_its_own_defaults_and_keeps_learning_rate_and_clipping() {
        JsonNode clipped = OptimizerJson.withClipping(ADAM, "clipnorm");

        assertThat(OptimizerJson.withRule(clipped, "adamw"))
                .isEqualTo(CellJson.optimizer(new AdamW().at(0.03).with(new Clipping.Clipnorm(1))));
    }

    @Test
    void what_was_typed_for_a_learning_rate_stays_typed() {
        JsonNode typed = FieldJson.set(ADAM, "optimizer.adam.learning_rate", "0,01");

        assertThat(OptimizerJson.withRule(typed, "sgd")
                        .path("sgd")
                        .path("learning_rate")
                        .asString())
                .isEqualTo("0,01");
    }

    @Test
    void a_schedule_starts_with_the_learning_rate_that_there_was_and_ends_with_it() {
        for (Schedule schedule : Schedule.ALL) {
            JsonNode scheduled = OptimizerJson.withSchedule(ADAM, schedule.name());

            assertThat(OptimizerJson.schedule(scheduled)).isEqualTo(schedule.name());
            assertThat(OptimizerJson.withSchedule(scheduled, "constant")).isEqualTo(ADAM);
        }
    }

    @Test
    void a_clipping_takes_the_place_of_another() {
        JsonNode clipped = OptimizerJson.withClipping(ADAM, "clipvalue");

        assertThat(OptimizerJson.clipping(clipped)).isEqualTo("clipvalue");
        assertThat(OptimizerJson.withClipping(OptimizerJson.withClipping(clipped, "global_clipnorm"), "none"))
                .isEqualTo(ADAM);
    }

    @Test
    void learning_rates_come_and_go_with_their_boundaries() {
        JsonNode three = OptimizerJson.withSchedule(ADAM, "piecewise_constant_decay");
        JsonNode four = OptimizerJson.withPiece(three);

        assertThat(four.at("/adam/learning_rate/piecewise_constant_decay").toString())
                .isEqualTo("{\"boundaries\":[500.0,1000.0,1500],\"values\":[0.03,0.003,3.0E-4,3.0E-5]}");
        assertThat(OptimizerJson.pieces(four)).isEqualTo(4);
        assertThat(OptimizerJson.withoutPiece(four)).isEqualTo(three);
    }

    @Test
    void more_is_used_where_something_is_on_that_is_off_by_default() {
        assertThat(Optimizer.ALL).noneMatch(rule -> OptimizerJson.usesMore(CellJson.optimizer(Optimization.of(rule))));
        assertThat(OptimizerJson.usesMore(OptimizerJson.withClipping(ADAM, "clipnorm")))
                .isTrue();
        assertThat(OptimizerJson.usesMore(OptimizerJson.withSchedule(ADAM, "cosine_decay")))
                .isTrue();
        assertThat(OptimizerJson.usesMore(FieldJson.set(ADAM, "optimizer.adam.amsgrad", "true")))
                .isTrue();
        assertThat(OptimizerJson.usesMore(FieldJson.set(ADAM, "optimizer.adam.weight_decay", "0.1")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"sgd\"",
                "{}",
                "[]",
                "{\"sgd\": 1}",
                "{\"sgd\": {\"learning_rate\": {}}}",
                "{\"sgd\": {\"learning_rate\": {\"piecewise_constant_decay\": {\"values\": [1]}}}}"
            })
    void whatever_stands_there_can_be_shown_and_exchanged(String odd) {
        JsonNode optimizer = CellText.parse(odd).orElseThrow();

        assertThat(OptimizerJson.shape(optimizer)).isNotEmpty();
        OptimizerJson.usesMore(optimizer);
        assertThat(FieldJson.name(OptimizerJson.withRule(optimizer, "lion"))).isEqualTo("lion");
        if (FieldJson.name(optimizer).equals("sgd")) {
            OptimizerJson.withPiece(optimizer);
            assertThat(OptimizerJson.schedule(OptimizerJson.withSchedule(optimizer, "cosine_decay")))
                    .isEqualTo("cosine_decay");
        }
    }
}
