package org.stepback.nn.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.ActivationKinks;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Tensors;

/// What each activation says about itself is true.
class ActivationTest {
    /// Small enough for a slope, large enough for the digits of f.
    private static final double H = 1e-6;

    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.of(Activation.ALL);
    }

    @Property(tries = 2_000)
    void no_output_is_out_of_its_range(
            @ForAll("activations") Activation f, @ForAll @DoubleRange(min = -700, max = 700) double z) {
        DMatrixRMaj a = outputs(f, z);
        for (double output : a.data) {
            assertThat(output).isBetween(f.range().from(), f.range().to());
        }
    }

    @Property(tries = 2_000)
    void nothing_overflows(@ForAll("activations") Activation f, @ForAll @DoubleRange(min = 0, max = 300) double power) {
        for (double z : new double[] {Math.pow(10, power), -Math.pow(10, power)}) {
            if (f instanceof CurvedActivation.Exponential) {
                continue; // whose outputs are infinite themselves
            }
            DMatrixRMaj a = outputs(f, z);
            assertThat(Tensors.isFinite(a)).isTrue();
            DMatrixRMaj da = a.createLike();
            DMatrixRMaj dz = a.createLike();
            da.fill(1);
            f.backward(da, inputs(z), a, dz);
            assertThat(Tensors.isFinite(dz)).isTrue();
        }
    }

    @Test
    @DisplayName("Where f′ jumps, a kink is named, and the derivative there is that of one side, as in Keras")
    void kinks() {
        for (Activation.Elementwise f : elementwise()) {
            for (double z = -10; z <= 10; z += 0.125) {
                double left = f.derivative(z - H, f.f(z - H));
                double right = f.derivative(z + H, f.f(z + H));
                if (Math.abs(left - right) > 1e-4 * (1 + Math.abs(left))) {
                    assertThat(ActivationKinks.of(f))
                            .as("%s at %s", f.name(), z)
                            .contains(z);
                    assertThat(Math.min(
                                    Math.abs(f.derivative(z, f.f(z)) - left),
                                    Math.abs(f.derivative(z, f.f(z)) - right)))
                            .isLessThan(1e-5);
                }
            }
            for (double kink : ActivationKinks.of(f)) {
                assertThat(f.f(kink - H)).as(f.name()).isCloseTo(f.f(kink + H), within(1e-5));
            }
        }
        assertThat(new Activation.Relu().derivative(0, 0)).isZero();
        assertThat(new Activation.LeakyRelu().derivative(0, 0)).isEqualTo(1);
        assertThat(new CurvedActivation.Elu().derivative(0, 0)).isEqualTo(1);
    }

    @Test
    @DisplayName("The pickers show the common ones first")
    void order() {
        assertThat(Activation.ALL.stream().map(Activation::name))
                .startsWith("linear", "relu", "leaky_relu", "tanh", "sigmoid", "softmax")
                .doesNotHaveDuplicates();
        assertThat(Loss.ALL.stream().map(Loss::name))
                .startsWith("mean_squared_error", "binary_crossentropy", "categorical_crossentropy")
                .doesNotHaveDuplicates();
        assertThat(Initializer.ALL.stream().map(Initializer::name))
                .startsWith("glorot_uniform", "glorot_normal", "he_uniform", "he_normal")
                .doesNotHaveDuplicates();
    }

    private static List<Activation.Elementwise> elementwise() {
        return Activation.ALL.stream()
                .flatMap(f -> f instanceof Activation.Elementwise one ? Stream.of(one) : Stream.empty())
                .toList();
    }

    private static DMatrixRMaj inputs(double z) {
        return new DMatrixRMaj(2, 1, true, z, -z / 3);
    }

    private static DMatrixRMaj outputs(Activation f, double z) {
        DMatrixRMaj a = new DMatrixRMaj(2, 1);
        f.apply(inputs(z), a);
        return a;
    }
}
