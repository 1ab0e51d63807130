package org.stepback.training.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Evaluation;
import org.stepback.training.KeptRun;
import org.stepback.training.RunState;
import org.stepback.training.series.LossCurve;

class DifferencesTest {
    @Test
    void a_setting_that_differs_is_named_by_its_place_with_each_value_as_typed() {
        assertThat(between(
                        "{'fit':{'optimizer':{'adam':{'learning_rate':0.1,'epsilon':1.0E-7}},'epochs':12}}",
                        "{'fit':{'optimizer':{'adam':{'learning_rate':1.0,'epsilon':1.0E-7}},'epochs':12}}"))
                .containsExactly(entry("fit.optimizer.adam.learning_rate", List.of("0.1", "1")));
    }

    @Test
    void of_two_optimizers_what_both_have_is_compared() {
        assertThat(between(
                        "{'fit':{'optimizer':{'adam':{'learning_rate':1.0E-7,'beta_1':0.9,'weight_decay':0.0}}}}",
                        "{'fit':{'optimizer':{'sgd':{'learning_rate':0.1,'momentum':0.0,'weight_decay':0.0}}}}"))
                .containsExactly(
                        entry("fit.optimizer", List.of("adam", "sgd")),
                        entry("fit.optimizer.learning_rate", List.of("1e-7", "0.1")));
    }

    @Test
    void a_layer_that_one_run_has_not_is_there_with_a_dash() {
        assertThat(between(
                        "{'net':{'layers':[{'dense':{'units':4}}]}}",
                        "{'net':{'layers':[{'dense':{'units':3}},{'dropout':{'rate':0.5}}]}}"))
                .containsExactly(
                        entry("net.layers[1].dense.units", List.of("4", "3")),
                        entry("net.layers[2]", List.of("–", "dropout")));
    }

    private static Map<String, List<String>> between(String one, String other) {
        return Differences.of(List.of(run(one), run(other)));
    }

    private static KeptRun run(String setup) {
        var curve = new LossCurve(new long[0], new double[0], new double[0]);
        return new KeptRun(
                UUID.randomUUID(),
                1,
                "",
                setup.replace('\'', '"'),
                RunState.DONE,
                5,
                Evaluation.NONE,
                Evaluation.NONE,
                curve);
    }
}
