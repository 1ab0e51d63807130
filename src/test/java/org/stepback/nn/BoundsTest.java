package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepback.nn.Runs.dense;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.activation.Activation.Linear;
import org.stepback.nn.activation.Activation.Sigmoid;
import org.stepback.nn.activation.Activation.Softmax;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss.BinaryCrossentropy;
import org.stepback.nn.loss.Loss.CategoricalCrossentropy;
import org.stepback.nn.loss.Loss.MeanSquaredError;
import org.stepback.nn.loss.Misfit;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.AdamW;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.optimizer.Sgd;

@DisplayName("What is out of bounds is refused with a sentence")
class BoundsTest {
    @Nested
    class Hyperparameters {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                adagrad | initial_accumulator_value | -0.1  | initial_accumulator_value must be at least 0 and at most 1,000, but it is -0.1.
                adagrad | initial_accumulator_value | NaN   | initial_accumulator_value must be at least 0 and at most 1,000, but it is NaN.
                adagrad | initial_accumulator_value | 1e308 | initial_accumulator_value must be at least 0 and at most 1,000, but it is 1e308.
                ftrl | learning_rate_power | 1    | learning_rate_power must be at least -10 and at most 0, but it is 1.
                sgd  | momentum      | 1     | momentum must be at least 0 and below 1, but it is 1.
                sgd  | momentum      | -0.5  | momentum must be at least 0 and below 1, but it is -0.5.
                adam | beta_1        | 1     | beta_1 must be at least 0 and below 1, but it is 1.
                adam | beta_2        | 2     | beta_2 must be at least 0 and below 1, but it is 2.
                adam | epsilon       | 0     | epsilon must be above 0 and at most 1, but it is 0.
                adam | momentum      | 0.9   | adam has no hyperparameter "momentum". It has beta_1, beta_2, epsilon, amsgrad.
                """)
        void out_of_bounds(String optimizer, String hyperparameter, double value, String sentence) {
            assertThatThrownBy(() -> Optimizer.named(optimizer).orElseThrow().with(hyperparameter, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sentence);
        }

        @Test
        void within_bounds() {
            Optimizer adam = new Adam().with("beta_1", 0).with("amsgrad", true);
            assertThat(adam).isEqualTo(new Adam(0, 0.999, 1e-7, true));
            assertThat(new Sgd().with("momentum", 0.9)).isEqualTo(new Sgd(0.9, false));
        }

        @Test
        @DisplayName("The constructors refuse what no rule can take, and let a lesson diverge")
        void constructors() {
            assertThat(new Sgd().at(1e6).schedule().rate(0)).isEqualTo(1e6);
            assertThatThrownBy(() -> new Sgd().at(Double.NaN))
                    .hasMessage("learning_rate must be a finite number above 0, but it is NaN.");
            assertThatThrownBy(() -> new Adam().at(-1)).hasMessageContaining("learning_rate");
            assertThatThrownBy(() -> new Adam(0.9, 1, 1e-7, false).at(1)).hasMessageContaining("beta_2");
            assertThatThrownBy(() -> Optimization.of(new AdamW()).withWeightDecay(2))
                    .hasMessage("weight_decay must be at least 0 and at most 1, but it is 2.0.");
            assertThatThrownBy(() -> Optimization.of(new Sgd()).with(new Clipping.Clipnorm(0)))
                    .hasMessage("limit must be above 0 and at most 1,000,000, but it is 0.");
        }

        @Test
        void schedules() {
            assertThat(new Schedule.PiecewiseConstantDecay(List.of(10.0), List.of(1.0)).problem())
                    .contains("values must be one more than the boundaries, but there are 1 and 1.");
            assertThat(new Schedule.PiecewiseConstantDecay(List.of(10.0, 10.0), List.of(1.0, 1.0, 1.0)).problem())
                    .contains("boundaries must rise, each above the one before.");
            assertThat(new Schedule.ExponentialDecay(0.1, 0, 0.9, false).problem())
                    .contains("decay_steps must be at least 1 and at most 10,000,000, but it is 0.");
        }
    }

    @Nested
    class Architectures {
        @Test
        void units() {
            assertThat(problem(2, dense(0, "relu"), dense(1, "sigmoid")))
                    .contains("Layer 1 has 0 units. Choose a number from 1 to 512.");
            assertThat(problem(2, dense(5, "relu"), dense(10_000, "linear")))
                    .contains("Layer 2 has 10000 units. Choose a number from 1 to 512.");
            assertThat(problem(2, dense(512, "relu"), dense(1, "sigmoid"))).isEmpty();
        }

        @Test
        void layers() {
            assertThat(new Architecture(2, Collections.nCopies(50, dense(4, "relu"))).problem())
                    .contains("A network has 1 to 20 layers, but this one has 50. Remove some layers.");
            assertThat(problem(2)).contains("A network has 1 to 20 layers, but this one has 0. Add a layer.");
            assertThat(new Architecture(2, Collections.nCopies(20, dense(4, "relu"))).problem())
                    .isEmpty();
        }

        @Test
        void inputs() {
            assertThat(problem(0, dense(1, "sigmoid"))).contains("A network takes 1 to 64 inputs, but this one has 0.");
            assertThat(problem(65, dense(1, "sigmoid")))
                    .contains("A network takes 1 to 64 inputs, but this one has 65.");
        }

        @Test
        void softmax_in_the_wrong_place() {
            assertThat(problem(2, dense(4, "softmax"), dense(3, "softmax")))
                    .contains(
                            "Layer 1 is hidden, but its activation is softmax, which gives the probabilities of classes."
                                    + " Use it in the last layer only.");
            assertThat(problem(2, dense(4, "relu"), dense(1, "softmax")))
                    .contains(
                            "A softmax of 1 unit always gives the same number. Use sigmoid for one output. (Data with one"
                                    + " output for each class take a last layer of as many units.)");
            assertThat(problem(2, dense(4, "relu"), dense(3, "softmax"))).isEmpty();
        }

        @Test
        @DisplayName("An impossible network is refused before anything is allocated")
        void before_allocation() {
            Architecture huge = new Architecture(2, Collections.nCopies(9, dense(Integer.MAX_VALUE, "relu")));
            assertThatThrownBy(() -> Network.initialized(huge, new Initializer.Zeros(), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Layer 1 has 2147483647 units");
            assertThatThrownBy(() -> Network.of(huge, List.of())).hasMessageContaining("2147483647 units");
        }

        @Test
        void parameters() {
            assertThat(Runs.lesson().parameters()).isEqualTo((2 + 1) * 5 + (5 + 1));
        }

        private static Optional<String> problem(int inputs, Dense... layers) {
            return new Architecture(inputs, List.of(layers)).problem();
        }
    }

    @Nested
    class LossAndOutput {
        @Test
        void misfits() {
            assertThat(new BinaryCrossentropy().misfit(1, new Linear()))
                    .contains("binary_crossentropy reads each output as a probability between 0 and 1, but the last"
                            + " layer's activation, linear, can leave that range. Change it to sigmoid, or use"
                            + " mean_squared_error.");
            assertThat(new CategoricalCrossentropy().misfit(3, new Linear()).orElseThrow())
                    .contains("Change it to softmax");
            assertThat(new CategoricalCrossentropy().misfit(1, new Sigmoid()))
                    .contains(
                            "categorical_crossentropy compares the probabilities of two or more classes, but the network"
                                    + " has 1 output. Give the last layer one unit for each class, with softmax, or use"
                                    + " binary_crossentropy.");
        }

        @Test
        void fits() {
            for (Activation output : Activation.ALL) {
                assertThat(new MeanSquaredError().misfit(1, output)).isEmpty();
            }
            assertThat(new BinaryCrossentropy().misfit(1, new Sigmoid())).isEmpty();
            assertThat(new CategoricalCrossentropy().misfit(3, new Softmax())).isEmpty();
        }

        @Test
        void targets() {
            DMatrixRMaj numbers = new DMatrixRMaj(1, 2, true, 0.5, 3.25);
            assertThat(new BinaryCrossentropy().misfit(1, numbers).map(Misfit::sentence))
                    .contains(
                            "binary_crossentropy compares probabilities and needs targets from 0 to 1, but a target is"
                                    + " 3.25.");
            assertThat(new MeanSquaredError().misfit(1, numbers)).isEmpty();
        }
    }

    @Nested
    class RunsAndTables {
        private final DMatrixRMaj x = Runs.points(2, 50, 1);
        private final DMatrixRMaj y = Runs.sides(x);

        @Test
        void batch() {
            assertRefused(0, x, y, "The batch size is 0. Choose a number from 1 to 4096.");
            assertRefused(5000, x, y, "The batch size is 5000. Choose a number from 1 to 4096.");
            assertRefused(
                    64,
                    x,
                    y,
                    "A batch of 64 is larger than the 50 training samples. Choose a batch size of at most 50.");
        }

        @Test
        void table() {
            assertRefused(8, x, Runs.points(1, 49, 1), "There are 50 samples, but targets for 49.");
            assertRefused(8, Runs.points(3, 50, 1), y, "The network takes 2 inputs, but the data has 3 features.");
            assertRefused(
                    8,
                    x,
                    Runs.points(3, 50, 1),
                    "The last layer has 1 unit, but the data has 3 targets for each"
                            + " sample. Give the last layer 3 units.");
            assertRefused(8, new DMatrixRMaj(2, 0), new DMatrixRMaj(1, 0), "There are no samples to train on.");
            DMatrixRMaj broken = x.copy();
            broken.set(1, 6, Double.NaN);
            assertRefused(8, broken, y, "The features of sample 7 hold NaN, which is not a finite number.");
        }

        @Test
        void shapes() {
            Network network = Runs.network(Runs.lesson(), 1);
            assertThatThrownBy(() -> network.predict(Runs.points(3, 4, 1)))
                    .hasMessage("The network takes 2 inputs, but the data has 3 features.");
            assertThatThrownBy(() -> Gradients.of(network, new BinaryCrossentropy(), x, Runs.points(2, 50, 1)))
                    .hasMessage("The table of targets is 2 × 50, but 1 × 50 is expected.");
            assertThatThrownBy(() -> Network.of(Runs.lesson(), List.of()))
                    .hasMessage("There are weights for 0 layers, but the network has 2.");
            Weights flat = Runs.fromKeras(new double[][] {{1}, {2}}, new double[] {0});
            assertThatThrownBy(() -> Network.of(Runs.lesson(), List.of(flat, flat)))
                    .hasMessage("Layer 1's kernel is 1 × 2, but 5 × 2 is expected.");
        }

        @Test
        void checkpoints() {
            Trainer trainer = Runs.lessonRun(new Adam(), 20, 8, true, 1);
            assertThatThrownBy(() -> trainer.restore(new Checkpoint(1, new double[20], new double[42])))
                    .hasMessage("The checkpoint has 20 numbers of weights, but this run has 21.");
            assertThatThrownBy(() -> trainer.restore(new Checkpoint(1, new double[21], new double[0])))
                    .hasMessage("The checkpoint has 0 numbers of optimizer state, but this run has 42.");
            assertThatThrownBy(() -> trainer.restore(new Checkpoint(-1, new double[21], new double[42])))
                    .hasMessage("A checkpoint's step is 0 or more, but it is -1.");
            assertThatThrownBy(
                            () -> trainer.restore(new Checkpoint(1, new double[21], new double[42], -1, new double[0])))
                    .hasMessage("A checkpoint's number of updates is 0 or more, but it is -1.");
        }

        private static void assertRefused(int batch, DMatrixRMaj x, DMatrixRMaj y, String sentence) {
            TrainerSettings settings = new TrainerSettings(new MeanSquaredError(), new Sgd(), batch, true, 1);
            assertThatThrownBy(() -> new Trainer(Runs.network(Runs.lesson(), 1), settings, x, y))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sentence);
        }
    }
}
