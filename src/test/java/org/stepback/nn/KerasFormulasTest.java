package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepback.nn.Golden.assertClose;
import static org.stepback.nn.Golden.row;
import static org.stepback.nn.Golden.rowVector;
import static org.stepback.nn.Golden.transposed;

import java.util.List;
import java.util.function.Predicate;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("Activations and losses say what Keras 3 says")
class KerasFormulasTest {
    private static final double PRECISION = 1e-9;

    static List<JsonNode> activations() {
        return matching("activations", entry -> Activation.named(name(entry)).isPresent());
    }

    static List<JsonNode> losses() {
        return matching(
                "losses",
                entry -> Loss.named(name(entry)).isPresent()
                        && !entry.get("params").has("label_smoothing"));
    }

    @Test
    @DisplayName("6 of 22 activations and 5 of 20 losses of the golden file are covered")
    void coverage() {
        assertCovered(
                "activations",
                activations(),
                22,
                "linear",
                "relu",
                "leaky_relu {\"negative_slope\":0.2}",
                "tanh",
                "sigmoid",
                "softmax");
        assertCovered(
                "losses",
                losses(),
                20,
                "mean_squared_error",
                "binary_crossentropy",
                "binary_crossentropy {\"from_logits\":true}",
                "categorical_crossentropy",
                "categorical_crossentropy {\"from_logits\":true}");
    }

    private static void assertCovered(String part, List<JsonNode> covered, int of, String... labels) {
        assertThat(covered.stream().map(Golden::label)).as(part).containsExactly(labels);
        assertThat(Golden.entries(Golden.KERAS, part)).as(part).hasSize(of);
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
        f.pull(da, z, a, dz);
        DMatrixRMaj expected = columns ? transposed(entry.get("pulled_back")) : rowVector(entry.get("dy_dx"));
        assertClose("dz", dz, expected, PRECISION);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void loss(JsonNode keras) {
        JsonNode entry = Golden.inDouble("losses", keras);
        Loss loss = Loss.named(name(entry)).orElseThrow();
        boolean fused = entry.get("params").has("from_logits");
        DMatrixRMaj y = transposed(entry.get("y_true"));
        DMatrixRMaj prediction = transposed(entry.get("y_pred"));
        DMatrixRMaj gradient = y.createLike();
        if (fused) {
            DMatrixRMaj a = y.createLike();
            outputOf(loss).apply(prediction, a);
            loss.fusedGradient(prediction, a, y, gradient);
        } else {
            loss.gradient(prediction, y, gradient);
        }
        double[] samples = row(entry.get("per_sample"));
        for (int column = 0; column < samples.length; column++) {
            double sample = fused ? loss.fusedOfSample(prediction, y, column) : loss.ofSample(prediction, y, column);
            assertClose("sample " + column, sample, samples[column], PRECISION);
        }
        double value = fused ? loss.fusedValue(prediction, y) : loss.value(prediction, y);
        assertClose("value", value, entry.get("value").asDouble(), PRECISION);
        assertClose("gradient", gradient, transposed(entry.get("d_pred")), PRECISION);
    }

    @Test
    @DisplayName("What Keras rounded to single precision differs from the same in double by no more than that")
    void singlePrecision() {
        for (JsonNode entry : Golden.entries(Golden.FLOAT64, "losses")) {
            JsonNode keras = Golden.entries(Golden.KERAS, "losses").stream()
                    .filter(other -> Golden.label(other).equals(Golden.label(entry)))
                    .findFirst()
                    .orElseThrow();
            double[] samples = row(keras.get("per_sample"));
            for (double sample : samples) {
                assertThat(sample).as("a sample's loss is a float").isEqualTo((float) sample);
            }
            assertClose(
                    "value", entry.get("value").asDouble(), keras.get("value").asDouble(), 2e-7);
        }
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
