package org.stepback.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.activation.Activation;

@DisplayName("A loss that does not fit the data names the one that does")
class LossFitTest {
    /// Targets of every kind, one sample a row.
    enum Kind {
        ANY("0.5; -2; 3.25; 1"),
        COUNTS("3; 0; 7; 1"),
        ABOVE_ZERO("3; 0.5; 7; 1"),
        BITS("0; 1; 1; 0"),
        SIGNS("-1; 1; 1; -1"),
        MIXED_SIGNS("-1; 1; 0; -1"),
        SHARES("0.25; 0.5; 1; 0"),
        CLASS_NUMBERS("0; 1; 2; 1"),
        FAR_CLASS_NUMBERS("0; 1; 5; 9"),
        ONE_HOT("1 0 0; 0 1 0; 0 0 1; 0 1 0"),
        TWO_HOT("1 0; 0 1; 0 1; 1 0"),
        LABELS("1 0 1; 0 0 0; 1 1 1; 0 1 0"),
        TWO_LABELS("1 1; 0 1; 0 0; 1 0"),
        SIGN_LABELS("1 -1 1; -1 -1 -1; 1 1 1; -1 1 -1"),
        DISTRIBUTIONS("0.5 0.25 0.25; 1 0 0; 0 0.5 0.5; 0 0 1"),
        SEVERAL_NUMBERS("1.5 -2 3; 4 0 7; 1 1 1; 2 2 2");

        final DMatrixRMaj y;

        Kind(String rows) {
            double[][] numbers = Arrays.stream(rows.split("; "))
                    .map(row -> Arrays.stream(row.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            y = new DMatrixRMaj(numbers[0].length, numbers.length);
            for (int sample = 0; sample < numbers.length; sample++) {
                for (int row = 0; row < numbers[0].length; row++) {
                    y.set(row, sample, numbers[sample][row]);
                }
            }
        }

        LossFit with(int outputs, Activation output) {
            return new LossFit(outputs, output, y);
        }
    }

    static Stream<Loss> losses() {
        return Loss.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("losses")
    @DisplayName("The named loss is accepted for that very setup; where none is named, none of them all fits")
    void named_is_accepted(Loss loss) {
        int refused = 0;
        int named = 0;
        for (Kind kind : Kind.values()) {
            for (int outputs : new int[] {1, 2, 3}) {
                for (Activation output : Activation.ALL) {
                    LossFit fit = kind.with(outputs, output);
                    String where = loss.name() + ", " + outputs + " × " + output.name() + ", " + kind;
                    Optional<Misfit> misfit = fit.misfit(loss);
                    refused += misfit.isPresent() ? 1 : 0;
                    misfit.flatMap(Misfit::instead).ifPresent(instead -> {
                        assertThat(fit.misfit(instead)).as(where).isEmpty();
                        assertThat(misfit.orElseThrow().sentence()).as(where).endsWith("se " + instead.name() + ".");
                        assertThat(instead).as(where).isNotEqualTo(loss);
                    });
                    boolean none = misfit.isPresent() && misfit.get().instead().isEmpty();
                    named += misfit.isPresent() && !none ? 1 : 0;
                    if (none) {
                        assertThat(misfit.get().change()).as(where).isNotEmpty();
                        assertThat(Loss.ALL.stream()
                                        .filter(other -> other.targets() != Targets.CLASS_NUMBERS)
                                        .filter(other -> fit.misfit(other).isEmpty()))
                                .as(where)
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(refused).as("refusals").isPositive();
        if (loss.targets() != Targets.NUMBERS || loss instanceof ColumnLoss) {
            assertThat(named).as("refusals that name a loss").isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    @DisplayName("Where the targets are not known, the named loss fits the outputs")
    void named_without_targets(Loss loss) {
        for (int outputs : new int[] {1, 3}) {
            for (Activation output : Activation.ALL) {
                loss.misfit(outputs, output).ifPresent(sentence -> {
                    String name = sentence.substring(sentence.lastIndexOf(' ') + 1, sentence.length() - 1);
                    assertThat(Loss.named(name)
                                    .orElseThrow(() -> new AssertionError(sentence))
                                    .misfit(outputs, output))
                            .as(sentence)
                            .isEmpty();
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            categorical_crossentropy        | 3 | softmax | CLASS_NUMBERS | categorical_crossentropy needs a target for each of the 3 outputs, but the data has class numbers in one column. Use sparse_categorical_crossentropy.
            kl_divergence                   | 3 | softmax | CLASS_NUMBERS | kl_divergence needs a target for each of the 3 outputs, but the data has class numbers in one column. Use sparse_categorical_crossentropy.
            categorical_crossentropy        | 2 | softmax | BITS          | categorical_crossentropy needs a target for each of the 2 outputs, but the data has class numbers in one column. Use sparse_categorical_crossentropy.
            binary_crossentropy             | 3 | sigmoid | CLASS_NUMBERS | binary_crossentropy needs a target for each of the 3 outputs, but the data has class numbers in one column. Use sparse_categorical_crossentropy.
            binary_crossentropy             | 2 | sigmoid | BITS          | The last layer has 2 units, but the data has 1 target for each sample. Give the last layer 1 unit.
            categorical_crossentropy        | 3 | linear  | CLASS_NUMBERS | categorical_crossentropy reads each output as a probability between 0 and 1, but the last layer's activation, linear, can leave that range. Change it to softmax.
            sparse_categorical_crossentropy | 3 | softmax | ONE_HOT       | sparse_categorical_crossentropy needs class numbers in one column, but the data has 3 targets for each sample. Use categorical_crossentropy.
            sparse_categorical_crossentropy | 2 | softmax | ONE_HOT       | sparse_categorical_crossentropy needs class numbers in one column, but the data has 3 targets for each sample. Give the last layer 3 units.
            sparse_categorical_crossentropy | 3 | sigmoid | LABELS        | sparse_categorical_crossentropy needs class numbers in one column, but the data has 3 targets for each sample. Use binary_crossentropy.
            categorical_crossentropy        | 3 | sigmoid | LABELS        | categorical_crossentropy takes one class for each sample, so that each row of targets has exactly one 1. Here rows have none or several: each column is a yes-no answer of its own. Use binary_crossentropy.
            categorical_hinge               | 3 | linear  | LABELS        | categorical_hinge takes one class for each sample, so that each row of targets has exactly one 1. Here rows have none or several: each column is a yes-no answer of its own. Use hinge.
            binary_crossentropy             | 3 | sigmoid | SEVERAL_NUMBERS | binary_crossentropy compares classes, but the targets are plain numbers, not 0 and 1 in each column. Use mean_squared_error.
            binary_crossentropy             | 1 | sigmoid | SIGNS         | binary_crossentropy compares probabilities and needs targets from 0 to 1, but a target is -1. Use mean_squared_error.
            hinge                           | 1 | sigmoid | BITS          | hinge reads the sign of each output, but the last layer's activation, sigmoid, never goes below 0. Change it to tanh or linear, or use binary_crossentropy.
            hinge                           | 1 | tanh    | MIXED_SIGNS   | hinge needs two different targets, but they are -1, 0 and 1. Use -1 and 1, or 0 and 1, or use mean_squared_error.
            mean_absolute_percentage_error  | 1 | linear  | COUNTS        | mean_absolute_percentage_error divides by the target, but a target is 0. Use mean_absolute_error.
            """)
    void sentences(String loss, int outputs, String output, Kind targets, String sentence) {
        assertThat(targets.with(outputs, Activation.named(output).orElseThrow())
                        .misfit(Loss.named(loss).orElseThrow())
                        .map(Misfit::sentence))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "binary_crossentropy, 3, sigmoid, LABELS",
        "binary_crossentropy, 2, sigmoid, TWO_LABELS",
        "binary_crossentropy, 3, sigmoid, ONE_HOT",
        "binary_focal_crossentropy, 3, hard_sigmoid, LABELS",
        "hinge, 3, tanh, SIGN_LABELS",
        "squared_hinge, 3, linear, LABELS",
        "mean_squared_error, 3, sigmoid, LABELS",
        "categorical_crossentropy, 3, softmax, ONE_HOT",
        "categorical_crossentropy, 2, softmax, TWO_HOT",
        "sparse_categorical_crossentropy, 3, softmax, CLASS_NUMBERS"
    })
    void fits(String loss, int outputs, String output, Kind targets) {
        assertThat(targets.with(outputs, Activation.named(output).orElseThrow())
                        .misfit(Loss.named(loss).orElseThrow()))
                .isEmpty();
    }

    @Test
    @DisplayName("Columns of no and yes are classes where each sample has exactly one yes")
    void forms() {
        assertThat(TargetForm.of(Kind.BITS.y)).isEqualTo(TargetForm.YES_NO);
        assertThat(TargetForm.of(Kind.SIGNS.y)).isEqualTo(TargetForm.YES_NO);
        assertThat(TargetForm.of(Kind.ONE_HOT.y)).isEqualTo(TargetForm.ONE_HOT);
        assertThat(TargetForm.of(Kind.LABELS.y)).isEqualTo(TargetForm.MULTI_LABEL);
        assertThat(TargetForm.of(Kind.SIGN_LABELS.y)).isEqualTo(TargetForm.MULTI_LABEL);
        assertThat(TargetForm.of(Kind.DISTRIBUTIONS.y)).isEqualTo(TargetForm.NUMBERS);
        assertThat(TargetForm.of(Kind.CLASS_NUMBERS.y)).isEqualTo(TargetForm.NUMBERS);
        assertThat(TargetForm.of(Kind.MIXED_SIGNS.y)).isEqualTo(TargetForm.NUMBERS);
    }
}
