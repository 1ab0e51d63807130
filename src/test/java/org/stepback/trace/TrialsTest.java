package org.stepback.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.GradientCheck;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.layer.Weights;

/// Weights and inputs changed by hand: what moves, what the derivative foretells, and gradients checked by differences.
class TrialsTest {
    static final List<String> TITLES = Traces.KERAS;
    private static final Quantity.Weight W21 = new Quantity.Weight(0, Tensor.KERNEL, 1, 0);

    private static Network with(Network network, Quantity.Weight of, double value) {
        List<Weights> weights = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            weights.add(new Weights(
                    network.kernel(layer).copy(), network.bias(layer).copy()));
        }
        (of.tensor() == Tensor.KERNEL
                        ? weights.get(of.layer()).kernel()
                        : weights.get(of.layer()).bias())
                .set(of.row(), of.column(), value);
        return Network.of(network.architecture(), weights);
    }

    @Test
    void the_loss_with_another_weight_is_that_of_a_network_with_that_weight() {
        Traces.Fixed fixed = Traces.fixed(Traces.keras("keras.json", "three classes"));
        Trace trace = fixed.first();
        for (double value : new double[] {-2, 0, 0.3}) {
            Network other = with(fixed.network(), W21, value);
            double expected = Gradients.of(other, fixed.settings().loss(), trace.x(), trace.y())
                    .loss();
            assertThat(trace.trial(W21, value).loss()).isEqualTo(expected, within(1e-13));
        }
        assertThat(trace.value(W21))
                .as("the trace stays as it is")
                .isEqualTo(fixed.network().kernel(0).get(1, 0));
    }

    @Test
    void the_loss_afterwards_is_that_of_the_new_weights_on_the_same_samples() {
        Traces.Fixed fixed = Traces.oneStep();
        Trace trace = fixed.first();
        double expected = Gradients.of(trace.after(), fixed.settings().loss(), trace.x(), trace.y())
                .loss();
        assertThat(trace.afterwards().loss()).isEqualTo(expected);
    }

    @Test
    void only_weights_and_inputs_are_changed_by_hand() {
        Trace trace = Traces.oneStep().first();
        assertThatThrownBy(() -> trace.trial(new Quantity.Z(0, 0, 0), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trace.trial(new Quantity.X(2, 0), 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /// z₂ of layer 1 grows by 2 for each 1 of the weight, as the input is 2; the prediction by −0.6 times that.
    @Test
    void what_moves_and_what_the_derivative_foretells() {
        Trace trace = Traces.oneStep().first();
        WhatIf moved = WhatIf.of(trace, W21, 0.35, 0);

        assertThat(moved.moves())
                .extracting(WhatIf.Move::symbol)
                .containsExactly("L", "\\hat y", "z^{[1]}_{2}", "a^{[1]}_{2}", "z^{[2]}_{1}");
        assertThat(moved.moves().get(2).after()).isEqualTo(1.55, within(1e-12));
        assertThat(moved.moves().get(1).after()).isEqualTo(-0.43, within(1e-12));
        assertThat(moved.moves().get(1).foretold()).isEqualTo(-0.43, within(1e-8));
        assertThat(moved.moves().getFirst().after()).isEqualTo(1.43 * 1.43, within(1e-12));
        assertThat(moved.moves().getFirst().foretold())
                .as("the loss is a square, so that a straight line misses it")
                .isEqualTo(1.7161 + 3.144 * 0.1, within(1e-12));
    }

    /// ŷ − y goes from −1.31 to −1.43, so that δ of layer 1 goes from 1.572 to 1.716 = −0.6 · 2 · −1.43, and the
    /// gradient to twice that. These are linear in the weight; ∂L/∂w of layer 2 = δ · a is not, as both factors
    /// move.
    @Test
    void what_moves_backward() {
        Trace trace = Traces.oneStep().first();
        List<WhatIf.Move> backward = WhatIf.of(trace, W21, 0.35, 0).backward();

        assertThat(backward.getFirst().symbol()).isEqualTo("\\frac{\\partial L}{\\partial w^{[1]}_{21}}");
        assertThat(backward.getFirst().before()).isEqualTo(3.144, within(1e-12));
        assertThat(backward.getFirst().after()).isEqualTo(3.432, within(1e-12));
        WhatIf.Move delta = named(backward, "\\delta^{[1]}_{2}");
        assertThat(delta.before()).isEqualTo(1.572, within(1e-12));
        assertThat(delta.after()).isEqualTo(1.716, within(1e-12));
        assertThat(delta.foretold()).isEqualTo(1.716, within(1e-8));
        WhatIf.Move product = named(backward, "\\frac{\\partial L}{\\partial w^{[2]}_{12}}");
        assertThat(product.after()).isEqualTo(-2.86 * 1.55, within(1e-12));
        assertThat(product.foretold()).isEqualTo(-2.62 * 1.35 + 0.1 * (-2.4 * 1.35 - 2.62 * 2), within(1e-8));
    }

    /// The chain of w₂₁, whose input is 2: 0.05 · 2 = 0.1 · 1 = 0.1, and the loss (1.31 + 0.06)² − 1.31².
    @Test
    void a_nudge_goes_from_the_weight_to_the_loss() {
        Nudge nudge = Nudge.of(Traces.oneStep().first(), W21, 0.3, 0).orElseThrow();

        assertThat(nudge.links())
                .extracting(Nudge.Link::symbol)
                .containsExactly("w^{[1]}_{21}", "z^{[1]}_{2}", "a^{[1]}_{2}", "L");
        double[] slopes = nudge.links().stream().mapToDouble(Nudge.Link::slope).toArray();
        assertThat(slopes).containsExactly(new double[] {2, 1, 1.572, 1}, within(1e-12));
        double[] changes =
                nudge.links().stream().mapToDouble(Nudge.Link::change).toArray();
        assertThat(changes).containsExactly(new double[] {0.05, 0.1, 0.1, 1.37 * 1.37 - 1.31 * 1.31}, within(1e-12));
        assertThat(nudge.foretold()).isEqualTo(0.05 * 3.144, within(1e-12));
    }

    /// A small nudge of each weight, for each sample: every slope is the quotient of two changes, and the loss moves as
    /// the slopes multiplied foretell.
    @ParameterizedTest
    @FieldSource("TITLES")
    void the_slopes_of_a_nudge_are_those_of_differences(String title) {
        Trace trace = Traces.fixed(Traces.keras("keras.json", title)).first();
        double h = 1e-6;
        int compared = 0;
        for (int layer = 0; layer < trace.before().layers(); layer++) {
            for (Tensor tensor : Tensor.values()) {
                var of = new Quantity.Weight(layer, tensor, 1 % trace.z(layer).numRows, 0);
                for (int sample = 0; sample < Math.min(4, trace.width()); sample++, compared++) {
                    double w = trace.value(of);
                    Nudge above = Nudge.of(trace, of, w + h, sample).orElseThrow();
                    Nudge below = Nudge.of(trace, of, w - h, sample).orElseThrow();
                    double slope = 1;
                    for (int link = 1; link < above.links().size(); link++) {
                        slope *= above.links().get(link - 1).slope();
                        double change = above.links().get(link).change()
                                - below.links().get(link).change();
                        assertThat(change / (2 * h))
                                .as(
                                        "%s, sample %d: %s",
                                        of, sample, above.links().get(link).symbol())
                                .isEqualTo(slope, within(1e-6));
                    }
                    assertThat(above.foretold())
                            .isEqualTo(above.links().getFirst().change() * slope, within(1e-20));
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    private static WhatIf.Move named(List<WhatIf.Move> moves, String symbol) {
        return moves.stream()
                .filter(move -> move.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void gradients_with_another_weight_are_those_of_a_network_with_that_weight() {
        Traces.Fixed fixed = Traces.fixed(Traces.keras("keras.json", "three classes"));
        Trace trace = fixed.first();
        Gradients expected =
                Gradients.of(with(fixed.network(), W21, -2), fixed.settings().loss(), trace.x(), trace.y());
        Gradients tried = trace.trialGradients(W21, -2);
        for (int layer = 0; layer < trace.before().layers(); layer++) {
            assertThat(tried.dW().get(layer).data).isEqualTo(expected.dW().get(layer).data);
            assertThat(tried.delta().get(layer).data).isEqualTo(expected.delta().get(layer).data);
        }
    }

    @Test
    void of_many_gradients_those_that_move_most_are_told() {
        Trace trace =
                Traces.fixed(Traces.keras("keras.json", "regression, SGD")).first();
        WhatIf moved = WhatIf.of(trace, W21, 5, 0);
        List<Double> sizes = moved.backward().stream()
                .skip(1) // that of the weight itself
                .map(move -> Math.abs(move.after() - move.before()))
                .toList();
        assertThat(sizes).hasSize(12).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(moved.backwardLeft()).isPositive();
    }

    @Test
    void an_input_moves_all_that_it_feeds() {
        Trace trace = Traces.oneStep().first();
        WhatIf moved = WhatIf.of(trace, new Quantity.X(0, 0), 3, 0);
        assertThat(moved.moves())
                .extracting(WhatIf.Move::symbol)
                .contains("z^{[1]}_{1}", "z^{[1]}_{2}", "\\hat y", "L");
    }

    @ParameterizedTest
    @FieldSource("TITLES")
    void for_a_small_change_the_derivative_foretells_the_truth(String title) {
        Trace trace = Traces.fixed(Traces.keras("keras.json", title)).first();
        double w = trace.value(W21);
        for (WhatIf.Move move : WhatIf.of(trace, W21, w + 1e-4, 3).moves()) {
            assertThat(move.foretold()).as(move.symbol()).isEqualTo(move.after(), within(1e-7));
        }
        for (WhatIf.Move move : WhatIf.of(trace, W21, w + 1e-4, 3).backward()) {
            assertThat(move.foretold()).as(move.symbol()).isEqualTo(move.after(), within(1e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-5})
    void a_narrow_secant_has_the_slope_of_the_tangent(double epsilon) {
        Trace trace =
                Traces.fixed(Traces.keras("keras.json", "regression, SGD")).first();
        Secant secant = Secant.of(trace, W21, epsilon);
        assertThat(secant.slope()).isEqualTo(secant.gradient(), within(1e-5));
        assertThat(secant.relativeError()).isLessThan(1e-5);
        assertThat(secant.losses()[30]).as("the curve goes through the weight").isEqualTo(trace.loss(), within(1e-12));
    }

    @Test
    void a_wide_secant_has_not() {
        Trace trace =
                Traces.fixed(Traces.keras("keras.json", "regression, SGD")).first();
        assertThat(Secant.of(trace, W21, 1).relativeError()).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @FieldSource("TITLES")
    void the_whole_network_is_checked_weight_by_weight(String title) {
        Traces.Fixed fixed = Traces.fixed(Traces.keras("keras.json", title));
        Trace trace = fixed.first();
        NetworkCheck check = new NetworkCheck(trace);
        while (check.next()) {
            // the next weight
        }
        assertThat(check.count()).isEqualTo((int) trace.before().architecture().parameters());
        GradientCheck other =
                GradientCheck.worst(fixed.network(), fixed.settings().loss(), trace.x(), trace.y());
        NetworkCheck.Worst worst = check.worst().orElseThrow();
        assertThat(worst.relativeError()).isEqualTo(other.relativeError(), within(1e-7));
        if (!title.equals("three classes")) { // where a difference may step over relu's kink
            assertThat(worst.relativeError()).isLessThan(1e-6);
        }
    }
}
