package org.stepback.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Evaluation;
import org.stepback.training.KeptRun;
import org.stepback.training.RunState;
import org.stepback.training.series.LossCurve;

/// Runs come and go in the table while a person is at work in one of its rows.
class RunTableTest {
    private final RunTable table = new RunTable((_, _) -> {}, (_, _) -> {}, _ -> {});
    private final KeptRun first = run(1);
    private final KeptRun second = run(2);
    private final KeptRun third = run(3);

    @Test
    void a_run_keeps_its_row_while_others_come_and_go() {
        table.show(List.of(second, first), Set.of());
        List<Element> before = rows();
        table.show(List.of(third, second, first), Set.of(first.id()));
        assertThat(rows()).hasSize(3).endsWith(before.get(0), before.get(1));
        table.show(List.of(third, first), Set.of());
        assertThat(rows()).hasSize(2).endsWith(before.get(1));
    }

    @Test
    void rows_follow_the_order_of_the_runs() {
        table.show(List.of(third, second, first), Set.of());
        List<Element> before = rows();
        table.show(List.of(first, third, second), Set.of());
        assertThat(rows()).containsExactly(before.get(2), before.get(0), before.get(1));
    }

    @Test
    void a_row_shows_what_its_run_has_come_to() {
        table.show(List.of(first), Set.of());
        KeptRun later = new KeptRun(
                first.id(),
                1,
                "slow",
                "{\"fit\":{\"optimizer\":{\"sgd\":{\"learning_rate\":0.03}}}}",
                RunState.DONE,
                1200,
                new Evaluation(0.5, 0.75),
                Evaluation.NONE,
                first.curve());
        table.show(List.of(later), Set.of());
        assertThat(rows().getFirst().getTextRecursively()).contains("0.03", "1,200", "0.5", "75.0 %", "Done");
    }

    @Test
    void is_hidden_while_there_is_nothing_to_show() {
        table.show(List.of(), Set.of());
        assertThat(table.isVisible()).isFalse();
        table.show(List.of(first), Set.of());
        assertThat(table.isVisible()).isTrue();
    }

    private List<Element> rows() {
        Element body = table.getElement().getChild(0).getChild(1);
        return new ArrayList<>(body.getChildren().toList());
    }

    private static KeptRun run(int number) {
        var curve = new LossCurve(new long[0], new double[0], new double[0]);
        return new KeptRun(
                UUID.randomUUID(), number, "", "{}", RunState.RUNNING, 5, Evaluation.NONE, Evaluation.NONE, curve);
    }
}
