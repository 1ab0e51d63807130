package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stepback.nn.Golden.assertClose;
import static org.stepback.nn.Golden.row;
import static org.stepback.nn.Golden.rowVector;
import static org.stepback.nn.Golden.transposed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.NumberLoss;
import org.stepback.nn.math.Erf;
import tools.jackson.databind.JsonNode;

@DisplayName("Activations and losses say what Keras 3 says")
class KerasFormulasTest {
    private static final double PRECISION = 1e-9;

    private static final double SINGLE_PRECISION = 2e-7;

    /// What the golden file tries besides the defaults.
    private static final Map<String, Loss> WITH_PARAMS = Map.of(
            "huber {\"delta\":0.5}", new NumberLoss.Huber(0.5),
            "binary_crossentropy {\"label_smoothing\":0.1}", new Loss.BinaryCrossentropy(0.1),
            "categorical_crossentropy {\"label_smoothing\":0.1}", new Loss.CategoricalCrossentropy(0.1));

    static List<JsonNode> activations() {
        return Golden.entries(Golden.KERAS, "activations");
    }

    static List<JsonNode> losses() {
        return Golden.entries(Golden.KERAS, "losses");
    }

    @Test
    @DisplayName("All 22 activations and all 20 losses of the golden file are covered")
    void coverage() {
        assertThat(activations()).hasSize(22);
        assertThat(Activation.ALL.stream().map(Activation::name))
                .containsAll(activations().stream().map(KerasFormulasTest::name).toList());
        assertThat(losses()).hasSize(20);
        assertThat(Loss.ALL.stream().map(Loss::name).toList())
                .containsAll(losses().stream().map(KerasFormulasTest::name).toList());
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activation(JsonNode keras) {
        JsonNode entry = Golden.inDouble("activations", keras);
        Activation f = Activation.named(name(entry)).orElseThrow();
        boolean columns = entry.has("upstream");
        DMatrixRMaj z = columns ? transposed(entry.get("x")) : rowVector(entry.get("x"));
        DMatrixRMaj a = z.createLike();
        f.apply(z, a);
        assertClose("a", a, columns ? transposed(entry.get("y")) : rowVector(entry.get("y")), PRECISION);

        DMatrixRMaj da = columns ? transposed(entry.get("upstream")) : ones(z);
        DMatrixRMaj dz = z.createLike();
        f.backward(da, z, a, dz);
        DMatrixRMaj expected = columns ? transposed(entry.get("pulled_back")) : rowVector(entry.get("dy_dx"));
        assertClose("dz", dz, expected, PRECISION);
    }

    @Test
    @DisplayName("Keras's own tanh is the only activation in single precision, and as near as that allows")
    void single_precision_of_activations() {
        List<JsonNode> rounded = activations().stream()
                .filter(entry -> !entry.has("upstream") && areSingle(row(entry.get("y")), 1))
                .toList();
        assertThat(rounded.stream().map(KerasFormulasTest::name)).containsExactly("tanh");
        for (JsonNode entry : rounded) {
            Activation f = Activation.named(name(entry)).orElseThrow();
            DMatrixRMaj z = rowVector(entry.get("x"));
            DMatrixRMaj a = z.createLike();
            f.apply(z, a);
            DMatrixRMaj keras = rowVector(entry.get("y"));
            assertClose("a", a, keras, SINGLE_PRECISION);
            DMatrixRMaj dz = z.createLike();
            f.backward(ones(z), z, keras, dz); // Keras's slope is that of its rounded a
            for (int i = 0; i < z.getNumElements(); i++) {
                double slope = entry.get("dy_dx").get(i).asDouble();
                assertThat(dz.data[i]).isCloseTo(slope, within(SINGLE_PRECISION));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void loss(JsonNode keras) {
        assertLoss(Golden.inDouble("losses", keras), PRECISION);
    }

    @ParameterizedTest
    @MethodSource("losses")
    @DisplayName("Keras's own numbers, which are in single precision where they stand elsewhere in double")
    void loss_in_single_precision(JsonNode keras) {
        double[] samples = row(keras.get("per_sample"));
        assertThat(areSingle(samples, 1) || areSingle(samples, 100))
                .isEqualTo(Golden.inDouble("losses", keras) != keras);
        assertLoss(keras, SINGLE_PRECISION);
    }

    private static void assertLoss(JsonNode entry, double precision) {
        Loss loss = Optional.ofNullable(WITH_PARAMS.get(Golden.label(entry)))
                .orElseGet(() -> Loss.named(name(entry)).orElseThrow());
        boolean fused = entry.get("params").has("from_logits");
        DMatrixRMaj y = transposed(entry.get("y_true"));
        DMatrixRMaj prediction = transposed(entry.get("y_pred"));
        DMatrixRMaj gradient = y.createLike();
        DMatrixRMaj a = y.createLike();
        if (fused) {
            outputOf(loss).apply(prediction, a);
            loss.fusedGradient(prediction, a, y, gradient);
        } else {
            loss.gradient(prediction, y, gradient);
        }
        double[] samples = row(entry.get("per_sample"));
        for (int column = 0; column < samples.length; column++) {
            double sample = fused ? loss.fusedOfSample(prediction, y, column) : loss.ofSample(prediction, y, column);
            assertClose("sample " + column, sample, samples[column], precision);
        }
        double value = fused ? loss.fusedValue(prediction, a, y) : loss.value(prediction, y);
        assertClose("value", value, entry.get("value").asDouble(), precision);
        assertClose("gradient", gradient, transposed(entry.get("d_pred")), precision);
    }

    /// Whether all numbers are such floats, times a factor.
    private static boolean areSingle(double[] numbers, double factor) {
        return Arrays.stream(numbers).allMatch(x -> x == factor * (float) (x / factor));
    }

    @Test
    @DisplayName("erfc is right to 15 digits, in its tail too")
    void erfc() {
        JsonNode table = Golden.FORMULAS.get("erfc");
        for (int i = 0; i < table.get("x").size(); i++) {
            double x = table.get("x").get(i).asDouble();
            assertClose("erfc(" + x + ")", Erf.erfc(x), table.get("y").get(i).asDouble(), 1e-15);
        }
        assertThat(Erf.erfc(40)).isZero();
        assertThat(Erf.erfc(-40)).isEqualTo(2);
        assertThat(Erf.erfc(Double.NaN)).isNaN();
    }

    private static List<JsonNode> matching(String part, Predicate<JsonNode> filter) {
        return Golden.entries(Golden.KERAS, part).stream().filter(filter).toList();
    }

    private static String name(JsonNode entry) {
        return entry.get("name").asString();
    }

    private static Activation outputOf(Loss loss) {
        return Activation.ALL.stream().filter(loss::fusesWith).findFirst().orElseThrow();
    }

    private static DMatrixRMaj ones(DMatrixRMaj like) {
        DMatrixRMaj ones = like.createLike();
        ones.fill(1);
        return ones;
    }
}
