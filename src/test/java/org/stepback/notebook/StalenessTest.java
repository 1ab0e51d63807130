package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.read.CellReader;

class StalenessTest {
    private static final List<OwnCell> CELLS = List.of(
            new OwnCell("moons", "data", "generator: two_moons\nsamples: 100\nseed: 1\n", ""),
            new OwnCell("net", "network", network("moons"), ""),
            new OwnCell("other", "network", network("moons"), ""),
            new OwnCell("fit", "train", training("net"), ""));

    private static String network(String data) {
        return "input: " + data + "\nlayers:\n  - dense: {units: 1, activation: sigmoid}\nseed: 1\n";
    }

    private static String training(String network) {
        return "network: " + network + "\ndata: moons\nloss: binary_crossentropy\noptimizer: sgd\nbatch_size: 10\n"
                + "epochs: 1\nseed: 1\n";
    }

    private static Resolved resolved() {
        var resolved = CellReader.resolve(Exercise.blank("~x", "x"), List.of(), CELLS);
        assertThat(resolved.problems()).isEmpty();
        return resolved;
    }

    private static Map<String, String> reasons(Map<String, List<String>> changes) {
        return new Staleness(resolved()).reasons(Map.of("fit", changes));
    }

    @Test
    void a_network_between_changed_data_and_its_training_is_stale_and_says_why() {
        Map<String, String> reasons = reasons(Map.of("moons", List.of("noise", "seed")));

        assertThat(reasons).containsOnlyKeys("net");
        assertThat(reasons.get("net")).isEqualTo("“moons” has changed since “fit” ran: noise, seed.");
    }

    @Test
    void what_was_changed_itself_or_depends_on_nothing_changed_is_not_stale() {
        assertThat(reasons(Map.of("net", List.of("layers")))).isEmpty();
        assertThat(reasons(Map.of("fit", List.of("epochs")))).isEmpty();
        assertThat(reasons(Map.of())).isEmpty();
    }

    @Test
    void a_question_about_a_training_is_stale_with_it_and_others_are_not() {
        List<Cell> cells = new ArrayList<>(resolved().cells());
        cells.add(new Cell.NumberQuestion("final", "How large is its loss?", Optional.empty(), Optional.of("fit")));
        cells.add(new Cell.ChoiceQuestion("why", "Why?", List.of(), Optional.of("fit")));
        cells.add(new Cell.NumberQuestion("sum", "What is 1 + 1?", Optional.empty(), Optional.empty()));

        Map<String, String> reasons = new Staleness(new Resolved(cells, Map.of(), Map.of()))
                .reasons(Map.of("fit", Map.of("net", List.of("layers"))));

        assertThat(reasons).containsOnlyKeys("final", "why");
        assertThat(reasons.get("final")).isEqualTo("“fit” ran before net changed.");
    }
}
