package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ejml.dense.row.CommonOps_DDRM.elementMult;
import static org.ejml.dense.row.CommonOps_DDRM.elementSum;
import static org.ejml.dense.row.CommonOps_DDRM.multTransA;
import static org.ejml.dense.row.CommonOps_DDRM.multTransB;
import static org.ejml.dense.row.CommonOps_DDRM.subtract;
import static org.ejml.dense.row.CommonOps_DDRM.sumRows;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.optimizer.Sgd;

/// The lesson as code, a line for each of its equations, for two layers and a batch of samples, one in each column.
///
/// The trainer does the same for any layers, in place and faster. Beside each line stands where.
@DisplayName("The lesson's equations")
class LessonTest {
    private static final double LEARNING_RATE = 0.5;
    private static final double RELATIVE = 1e-13;

    private final DMatrixRMaj x = Runs.points(2, 20, 1);
    private final DMatrixRMaj y = Runs.sides(x);
    private final Network start =
            Runs.network(new Architecture(2, List.of(Runs.dense(3, "tanh"), Runs.dense(1, "sigmoid"))), 7);

    private DMatrixRMaj w1 = start.kernel(0).copy();
    private DMatrixRMaj b1 = start.bias(0).copy();
    private DMatrixRMaj w2 = start.kernel(1).copy();
    private DMatrixRMaj b2 = start.bias(1).copy();

    /// One step: forward propagation, the error, its gradients, the update.
    ///
    /// @return the loss before the update
    private double step() {
        // Forward propagation, layer after layer: a = f(W a + b)         Forward.run, Dense.forward, Activation.apply
        DMatrixRMaj z1 = plus(times(w1, x), b1);
        DMatrixRMaj a1 = each(z1, Math::tanh);
        DMatrixRMaj z2 = plus(times(w2, a1), b2);
        DMatrixRMaj prediction = each(z2, z -> 1 / (1 + Math.exp(-z)));

        // The error, on average over the samples: L = (y − ŷ)²           Loss.MeanSquaredError
        DMatrixRMaj error = subtract(y, prediction, null);
        double loss = elementSum(each(error, e -> e * e)) / x.numCols;

        // Backpropagation, from the last layer to the first              Backward.run
        // ∂L/∂ŷ = −2 (y − ŷ) / samples                                   Loss.gradient
        DMatrixRMaj byPrediction = each(error, e -> -2 * e / x.numCols);
        // δ = ∂L/∂z = ∂L/∂a · f′(z), where sigmoid′ = ŷ (1 − ŷ)          Activation.pull
        DMatrixRMaj delta2 = product(byPrediction, each(prediction, a -> a * (1 - a)));
        // ∂L/∂W = δ aᵀ of the layer before, ∂L/∂b = the sum of δ         Dense.gradients
        DMatrixRMaj gradientW2 = multTransB(delta2, a1, null);
        DMatrixRMaj gradientB2 = sumRows(delta2, null);
        // ∂L/∂a of the layer before = Wᵀ δ                               Dense.pull
        DMatrixRMaj byActivation1 = multTransA(w2, delta2, null);
        // and again, where tanh′ = 1 − a²
        DMatrixRMaj delta1 = product(byActivation1, each(a1, a -> 1 - a * a));
        DMatrixRMaj gradientW1 = multTransB(delta1, x, null);
        DMatrixRMaj gradientB1 = sumRows(delta1, null);

        // The update: w ← w − η ∂L/∂w                                    Sgd.update
        w1 = subtract(w1, scaled(LEARNING_RATE, gradientW1), null);
        b1 = subtract(b1, scaled(LEARNING_RATE, gradientB1), null);
        w2 = subtract(w2, scaled(LEARNING_RATE, gradientW2), null);
        b2 = subtract(b2, scaled(LEARNING_RATE, gradientB2), null);
        return loss;
    }

    @Test
    @DisplayName("are what the trainer does, step after step")
    void repeat() {
        var settings =
                new TrainerSettings(Runs.loss("mean_squared_error"), new Sgd().at(LEARNING_RATE), x.numCols, false, 1);
        Trainer trainer = new Trainer(start, settings, x, y);
        double first = trainer.evaluate(x, y).loss();
        for (int step = 0; step < 200; step++) {
            double loss = step();
            assertThat(trainer.step().loss()).isCloseTo(loss, within(RELATIVE * loss));
        }
        assertThat(trainer.evaluate(x, y).loss()).isLessThan(0.3 * first);
        Network trained = trainer.network();
        List<DMatrixRMaj> mine = List.of(w1, b1, w2, b2);
        List<DMatrixRMaj> its = List.of(trained.kernel(0), trained.bias(0), trained.kernel(1), trained.bias(1));
        IntStream.range(0, mine.size()).forEach(tensor -> assertThat(its.get(tensor).data)
                .as("tensor %d", tensor)
                .containsExactly(mine.get(tensor).data, within(RELATIVE * 10)));
    }

    private static DMatrixRMaj times(DMatrixRMaj left, DMatrixRMaj right) {
        return CommonOps_DDRM.mult(left, right, null);
    }

    /// Adds a column to each column.
    private static DMatrixRMaj plus(DMatrixRMaj matrix, DMatrixRMaj column) {
        DMatrixRMaj sum = matrix.copy();
        for (int i = 0; i < sum.data.length; i++) {
            sum.data[i] += column.data[i / sum.numCols];
        }
        return sum;
    }

    private static DMatrixRMaj product(DMatrixRMaj left, DMatrixRMaj right) {
        return elementMult(left, right, null);
    }

    private static DMatrixRMaj scaled(double factor, DMatrixRMaj matrix) {
        return each(matrix, value -> factor * value);
    }

    private static DMatrixRMaj each(DMatrixRMaj matrix, DoubleUnaryOperator f) {
        DMatrixRMaj result = matrix.copy();
        for (int i = 0; i < result.data.length; i++) {
            result.data[i] = f.applyAsDouble(result.data[i]);
        }
        return result;
    }
}
