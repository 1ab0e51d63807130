package org.stepback.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.nn.Architecture;
import org.stepback.nn.Gradients;
import org.stepback.nn.Objective;
import org.stepback.nn.Runs;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.metric.Accuracy;
import org.stepback.nn.optimizer.Sgd;

@DisplayName("A loss says which outputs and targets it can't use, and what to change")
class LossCompatibilityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hinge                    | 1 | sigmoid     | hinge reads the sign of each output, but the last layer's activation, sigmoid, never goes below 0. Change it to tanh or linear, or use binary_crossentropy.
            squared_hinge            | 1 | log_sigmoid | squared_hinge reads the sign of each output, but the last layer's activation, log_sigmoid, never goes above 0. Change it to tanh or linear, or use mean_squared_error.
            poisson                  | 1 | linear      | poisson takes the logarithm of each output, but the last layer's activation, linear, can go below 0. Change it to softplus or exponential, or use mean_squared_error.
            kl_divergence            | 3 | log_softmax | kl_divergence reads each output as a probability between 0 and 1, but the last layer's activation, log_softmax, can leave that range. Change it to softmax, or use mean_squared_error.
            binary_focal_crossentropy| 1 | tanh        | binary_focal_crossentropy reads each output as a probability between 0 and 1, but the last layer's activation, tanh, can leave that range. Change it to sigmoid, or use mean_squared_error.
            categorical_hinge        | 1 | linear      | categorical_hinge compares two or more classes, but the network has 1 output. Give the last layer one unit for each class, or use hinge.
            cosine_similarity        | 1 | linear      | cosine_similarity compares directions in two or more dimensions, but the network has 1 output. Use mean_squared_error.
            sparse_categorical_crossentropy | 1 | sigmoid | sparse_categorical_crossentropy compares the probabilities of two or more classes, but the network has 1 output. Give the last layer one unit for each class, with softmax, or use binary_crossentropy.
            """)
    void outputs(String loss, int units, String output, String sentence) {
        assertThat(Runs.loss(loss).misfit(units, Activation.named(output).orElseThrow()))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "hinge, 1, tanh",
        "hinge, 1, silu",
        "squared_hinge, 2, linear",
        "poisson, 1, softplus",
        "poisson, 1, relu",
        "poisson, 1, exponential",
        "kl_divergence, 3, softmax",
        "binary_focal_crossentropy, 1, hard_sigmoid",
        "sparse_categorical_crossentropy, 3, softmax",
        "categorical_hinge, 3, linear",
        "mean_squared_logarithmic_error, 1, linear"
    })
    void outputs_that_fit(String loss, int units, String output) {
        assertThat(Runs.loss(loss).misfit(units, Activation.named(output).orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hinge   | 0, 1, 0.5 | hinge needs targets of -1 and 1, or of 0 and 1, but a target is 0.5.
            hinge   | 1, 0, -1  | hinge needs two different targets, but they are -1, 0 and 1. Use -1 and 1, or 0 and 1.
            hinge   | -1, 1, -1 |
            hinge   | 0, 1, 1   |
            poisson | 3, 0, -1  | poisson takes logarithms and needs targets of 0 or more, but a target is -1.
            poisson | 3, 0, 0.5 |
            mean_squared_logarithmic_error | 1, 2, -0.5 | mean_squared_logarithmic_error takes logarithms and needs targets of 0 or more, but a target is -0.5.
            mean_absolute_percentage_error | 1, 2, 0 | mean_absolute_percentage_error divides by the target, but a target is 0.
            mean_absolute_percentage_error | 1, 2, -3 |
            sparse_categorical_crossentropy | 0, 1, 1.5 | sparse_categorical_crossentropy needs the number of the class as the target, 0 for the first, but a target is 1.5. Number the classes in this way.
            sparse_categorical_crossentropy | 0, 1, 3 | sparse_categorical_crossentropy counts classes from 0, so that 3 outputs are for the classes 0 to 2, but a target is 3. Give the last layer one unit for each class.
            sparse_categorical_crossentropy | 0, 1, 2 |
            kl_divergence | 0, 1, 2 | kl_divergence compares probabilities and needs targets from 0 to 1, but a target is 2.
            huber | -5, 0, 1e300 |
            """)
    void targets(String loss, String targets, String sentence) {
        assertThat(Runs.loss(loss).misfit(3, row(targets)).map(Misfit::sentence).orElse(null))
                .isEqualTo(sentence);
    }

    @Test
    @DisplayName("What suits a loss fits it, and its table has as many rows as it says")
    void suited() {
        for (Loss loss : Loss.ALL) {
            DMatrixRMaj y = Runs.targets(loss, 3, 20, 1);
            assertThat(loss.misfit(3, y)).as(loss.name()).isEmpty();
            assertThat(y.numRows).isEqualTo(loss.name().startsWith("sparse") ? 1 : 3);
        }
    }

    @Test
    @DisplayName("Class numbers train, batch for batch, as one-hot targets do, and count as right answers")
    void class_numbers() {
        Loss sparse = Runs.loss("sparse_categorical_crossentropy");
        Loss categorical = Runs.loss("categorical_crossentropy");
        DMatrixRMaj x = Runs.points(2, 30, 4);
        DMatrixRMaj numbers = Runs.targets(sparse, 3, 30, 5);
        DMatrixRMaj oneHot = Runs.targets(categorical, 3, 30, 5);
        Trainer one = trainer(sparse, x, numbers);
        Trainer other = trainer(categorical, x, oneHot);
        for (int step = 0; step < 40; step++) {
            StepReport report = one.step();
            StepReport expected = other.step();
            assertThat(report.loss()).isEqualTo(expected.loss());
            assertThat(report.accuracy()).isEqualTo(expected.accuracy());
        }
        assertThat(one.evaluate(x, numbers)).isEqualTo(other.evaluate(x, oneHot));
        assertThat(Gradients.of(one.network(), sparse, x, numbers).loss())
                .isEqualTo(Gradients.of(other.network(), categorical, x, oneHot).loss());
        assertThatThrownBy(() -> trainer(sparse, x, oneHot))
                .hasMessage(
                        "sparse_categorical_crossentropy needs class numbers in one column, but the data has 3 targets for"
                                + " each sample. Use categorical_crossentropy.");
    }

    @Test
    @DisplayName("A hinge loss says yes above 0, whether no is written as -1 or as 0")
    void hinge() {
        Objective objective = new Objective(Runs.loss("hinge"), new Activation.Tanh());
        DMatrixRMaj prediction = row("-0.9, 0.2, -0.1, 0.9");
        assertThat(Accuracy.rule(objective.loss(), objective.output(), row("0, 1, 1, 1"))
                        .of(prediction, row("0, 1, 1, 1")))
                .isEqualTo(0.75);
        assertThat(Accuracy.rule(objective.loss(), objective.output(), row("-1, 1, 1, 1"))
                        .of(prediction, row("-1, 1, 1, 1")))
                .isEqualTo(0.75);
    }

    private static Trainer trainer(Loss loss, DMatrixRMaj x, DMatrixRMaj y) {
        Architecture architecture = new Architecture(2, List.of(Runs.dense(4, "tanh"), Runs.dense(3, "softmax")));
        TrainerSettings settings = new TrainerSettings(loss, new Sgd(), 8, true, 1);
        return new Trainer(Runs.network(architecture, 1), settings, x, y);
    }

    private static DMatrixRMaj row(String numbers) {
        String[] parts = numbers.split(", ");
        DMatrixRMaj row = new DMatrixRMaj(1, parts.length);
        for (int i = 0; i < parts.length; i++) {
            row.set(0, i, Double.parseDouble(parts[i]));
        }
        return row;
    }
}
