package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Proposal;
import org.stepback.exercise.Resolved;
import org.stepback.nn.loss.Loss;

@DisplayName("A training whose loss does not fit its data and network offers the one that does")
class LossProposalTest {
    private static final String LITERAL = "x: [[1, 0], [1, 1], [0, 1], [0, 0]]\ny: ";
    private static final List<String> DATA = List.of(
            "generator: two_moons\nsamples: 20",
            "generator: plane\nsamples: 20",
            "file: iris\ntarget: species",
            "file: iris\ntarget: petal length",
            LITERAL + "[0, 1, 2, 1]",
            LITERAL + "[0, 1, 7, 1]",
            LITERAL + "[-1, 1, -1, 1]",
            LITERAL + "[0.5, 0, 1, 0]",
            LITERAL + "[[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]",
            LITERAL + "[[1, 1, 0], [0, 1, 0], [0, 0, 0], [1, 0, 0]]",
            LITERAL + "[[1, -1, 1], [1, 1, 1], [-1, -1, -1], [1, -1, -1]]",
            LITERAL + "[[1.5, 2, 3], [0, 1, 0], [0, -2, 0], [1, 0, 4]]");
    private static final List<String> ACTIVATIONS = List.of("linear", "sigmoid", "softmax", "tanh", "relu");

    static Stream<Loss> losses() {
        return Loss.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void what_is_offered_is_accepted_by_that_very_notebook(Loss loss) {
        int offered = 0;
        for (String data : DATA) {
            for (int units : new int[] {1, 3}) {
                for (String activation : ACTIVATIONS) {
                    if (units == 1 && activation.equals("softmax")) {
                        continue;
                    }
                    Resolved resolved = resolved(data, units, activation, loss.name());
                    String where = loss.name() + ", " + units + " " + activation + "\n" + data;
                    for (Proposal proposal : proposals(resolved)) {
                        offered++;
                        Edit edit = proposal.edit();
                        assertThat(edit.cell() + "." + edit.field()).isEqualTo("fit.loss");
                        String name = edit.json().replace("\"", "");
                        assertThat(proposal.label()).isEqualTo("Use " + name);
                        assertThat(resolved(data, units, activation, name).problems())
                                .as(where)
                                .isEmpty();
                    }
                    assertThat(resolved.problems("fit"))
                            .as(where)
                            .allMatch(problem -> problem.proposal().isEmpty()
                                    || problem.field().equals("loss"));
                }
            }
        }
        assertThat(offered > 0 || acceptsAllOfItsSize(loss)).isTrue();
    }

    private static boolean acceptsAllOfItsSize(Loss loss) {
        return loss.name().startsWith("mean_squared") || loss.name().equals("huber");
    }

    private static List<Proposal> proposals(Resolved resolved) {
        return resolved.problems("fit").stream()
                .map(FieldProblem::proposal)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void several_yes_no_answers_train_with_binary_crossentropy() {
        Resolved resolved =
                resolved(LITERAL + "[[1, 1, 0], [0, 1, 0], [0, 0, 0], [1, 0, 0]]", 3, "sigmoid", "binary_crossentropy");
        assertThat(resolved.problems()).isEmpty();
        var data = (Cell.Data) resolved.cell("d").orElseThrow();
        assertThat(data.source().dataset(Map.of()).multiLabel()).isTrue();
    }

    @Test
    void class_weights_do_not_suit_several_answers() {
        String weighted = "binary_crossentropy\nclass_weight: {0: 1, 1: 2}";
        assertThat(resolved(LITERAL + "[[1, 1], [0, 1], [0, 0], [1, 0]]", 2, "sigmoid", weighted)
                        .problems("fit"))
                .extracting(FieldProblem::message)
                .containsExactly(
                        "Class weights need classes, but the targets of \"d\" are several yes-no answers. Leave"
                                + " them out.");
    }

    private static Resolved resolved(String data, int units, String activation, String loss) {
        String train = "network: n\ndata: d\nloss: " + loss + "\noptimizer: sgd\nbatch_size: 3\nepochs: 1\n";
        String network = "input: d\nlayers:\n  - dense: {units: " + units + ", activation: " + activation + "}\n";
        return CellReader.resolve(
                Exercise.blank("own", ""),
                List.of(),
                List.of(
                        new OwnCell("d", "data", data + "\n", ""),
                        new OwnCell("n", "network", network, ""),
                        new OwnCell("fit", "train", train, "")));
    }
}
