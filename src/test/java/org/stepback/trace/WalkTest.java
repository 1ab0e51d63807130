package org.stepback.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.trace.Stage.Kind;

/// The walk of a student who follows one weight through the built-in exercise's first step.
class WalkTest {
    private final Walk walk = Traces.oneStep().walk();

    @Test
    void its_stages_are_the_lessons_layer_by_layer() {
        assertThat(walk.stages())
                .extracting(stage -> stage.kind() + (stage.kind().isOfLayer() ? " " + (stage.layer() + 1) : ""))
                .containsExactly(
                        "INPUT",
                        "SUM 1",
                        "ACTIVATION 1",
                        "PASS_ON 1",
                        "SUM 2",
                        "ACTIVATION 2",
                        "PREDICTION",
                        "LOSS",
                        "ERROR",
                        "GRADIENTS 2",
                        "BACK 1",
                        "GRADIENTS 1",
                        "UPDATE 1",
                        "UPDATE 2",
                        "REPEAT");
    }

    @Test
    void forward_leads_through_all_stages_into_the_next_step_and_back_to_the_start() {
        List<String> way = new ArrayList<>();
        for (int i = 0; i < 2 * walk.stages().size(); i++) {
            way.add(walk.step() + "/" + walk.stage());
            walk.forward();
        }
        assertThat(walk.step()).isEqualTo(3);
        for (int i = way.size() - 1; i >= 0; i--) {
            walk.back();
            assertThat(walk.step() + "/" + walk.stage()).isEqualTo(way.get(i));
        }
        walk.back();
        assertThat(walk.step()).as("there is nothing before the first").isEqualTo(1);
        assertThat(walk.stage()).isZero();
    }

    @Test
    void it_stays_within_the_steps_there_are() {
        walk.toStep(1_000_000);
        assertThat(walk.step()).isEqualTo(100);
        walk.toStage(walk.stages().size());
        walk.forward();
        assertThat(walk.step()).isEqualTo(100);
        walk.byEpochs(-1_000);
        assertThat(walk.step()).isEqualTo(1);
        walk.byEpochs(1);
        assertThat(walk.step()).isEqualTo(5);
        assertThat(walk.epoch()).isEqualTo(2);
    }

    @Test
    void a_sample_of_the_table_is_found_in_the_step_of_the_epoch_that_takes_it() {
        walk.byEpochs(2);
        assertThat(walk.toSampleOfTable(2)).isTrue();
        assertThat(walk.step()).isEqualTo(11);
        assertThat(walk.trace().samples()[walk.sample()]).isEqualTo(2);
        assertThat(walk.toSampleOfTable(4)).isFalse();
    }

    private Equation at(Kind kind, int layer) {
        Trace trace = walk.trace();
        return Scene.of(trace, new Stage(kind, layer), 0, 1, 0).equation(trace);
    }

    /// Two yes-no answers of three samples: the loss is the mean over both, and so `δ = (ŷ − y) / (2 · 3)`.
    /// The numbers are those of MultiLabelTest: ŷ = 0.6457 and 0.3894 for y = 1 and 1.
    @Test
    void the_loss_of_several_answers_is_the_mean_of_theirs() {
        Trace trace = Traces.twoAnswers().first();
        Equation loss = Scene.of(trace, new Stage(Kind.LOSS, 0), 0, 0, 0).equation(trace);
        assertThat(loss)
                .isEqualTo(new Equation(
                        "L^{(1)} = \\tfrac{1}{2}\\bigl(-\\bigl(y^{(1)}_{1}\\ln \\hat y^{(1)}_{1}"
                                + " + (1 - y^{(1)}_{1})\\ln(1 - \\hat y^{(1)}_{1})\\bigr)"
                                + " - \\bigl(y^{(1)}_{2}\\ln \\hat y^{(1)}_{2}"
                                + " + (1 - y^{(1)}_{2})\\ln(1 - \\hat y^{(1)}_{2})\\bigr)\\bigr)",
                        "L^{(1)} = \\tfrac{1}{2}\\bigl(-\\bigl(1.000\\ln 0.6457 + (1 - 1.000)\\ln(1 - 0.6457)\\bigr)"
                                + " - \\bigl(1.000\\ln 0.3894 + (1 - 1.000)\\ln(1 - 0.3894)\\bigr)\\bigr) = 0.6904"));
        Equation error = Scene.of(trace, new Stage(Kind.ERROR, 0), 0, 0, 0).equation(trace);
        assertThat(error)
                .isEqualTo(new Equation(
                        "\\delta^{[1](1)}_{1} = \\frac{\\hat y^{(1)}_{1} - y^{(1)}_{1}}{6}",
                        "\\delta^{[1](1)}_{1} = \\frac{0.6457 - 1.000}{6} = -0.05906"));
    }

    /// `w₂₁` of layer 1, from the data to its new value, as a student reads it.
    @Test
    void one_weights_update_can_be_followed_from_the_data_to_its_new_value() {
        assertThat(at(Kind.SUM, 0))
                .isEqualTo(new Equation(
                        "z^{[1]}_{2} = w^{[1]}_{21} \\cdot x_{1} + w^{[1]}_{22} \\cdot x_{2} + b^{[1]}_{2}",
                        "z^{[1]}_{2} = 0.2500 \\cdot 2.000 + 0.7500 \\cdot 1.000 + 0.1000 = 1.350"));
        assertThat(at(Kind.ACTIVATION, 0))
                .isEqualTo(new Equation(
                        "a^{[1]}_{2} = \\max(0,\\ z^{[1]}_{2})", "a^{[1]}_{2} = \\max(0,\\ 1.350) = 1.350"));
        assertThat(at(Kind.SUM, 1).numbers())
                .isEqualTo("z^{[2]}_{1} = 0.4000 \\cdot 0.7500 + (-0.6000) \\cdot 1.350 + 0.2000 = -0.3100");
        assertThat(at(Kind.LOSS, 1)).isEqualTo(new Equation("L = (\\hat y - y)^2", "L = (-0.3100 - 1.000)^2 = 1.716"));
        assertThat(at(Kind.ERROR, 1))
                .isEqualTo(new Equation(
                        "\\delta^{[2]}_{1} = 2(\\hat y - y)", "\\delta^{[2]}_{1} = 2(-0.3100 - 1.000) = -2.620"));
        assertThat(at(Kind.BACK, 0))
                .isEqualTo(new Equation(
                        "\\delta^{[1]}_{2} = \\frac{\\partial L}{\\partial a^{[1]}_{2}} \\cdot f'(z^{[1]}_{2})",
                        "\\delta^{[1]}_{2} = 1.572 \\cdot 1.000 = 1.572"));
        assertThat(at(Kind.GRADIENTS, 0))
                .isEqualTo(new Equation(
                        "\\frac{\\partial L}{\\partial w^{[1]}_{21}} = \\delta^{[1]}_{2} \\cdot x_{1}",
                        "\\frac{\\partial L}{\\partial w^{[1]}_{21}} = 1.572 \\cdot 2.000 = 3.144"));
        assertThat(at(Kind.UPDATE, 0))
                .isEqualTo(new Equation(
                        "w^{[1]\\text{new}}_{21} = w^{[1]}_{21} + \\Delta w^{[1]}_{21}",
                        "w^{[1]\\text{new}}_{21} = 0.2500 + (-0.1572) = 0.09280"));
    }

    @Test
    void an_open_end_is_data_a_weight_or_a_setting() {
        Trace trace = walk.trace();
        for (Grid grid : new Grids(trace, 0).of(new Stage(Kind.UPDATE, 0))) {
            assertThat(ends(trace, grid.at().of(1, 0), 0)).isTrue();
        }
    }

    /// Whether each way back from a number ends.
    private static boolean ends(Trace trace, Quantity quantity, int depth) {
        return depth < 40
                && Chain.of(trace, quantity).parts().stream()
                        .flatMap(part -> part.factors().stream())
                        .flatMap(link -> link.of().stream())
                        .allMatch(factor -> ends(trace, factor, depth + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a:9:0:0",
                "a:0:9:0",
                "a:0:0:9",
                "a:0:0:0:0:0:a",
                "w:0:kernel:5:0",
                "w:0:bias:0:1",
                "mask:0:0:0",
                "normal:0:0:0",
                "memory:0:kernel:0:0:3:after",
                "batch:::",
                "a:-1:0:0",
                "a:99999999999:0:0",
                "a:kernel:0:0"
            })
    void a_number_that_is_not_there_is_none(String text) {
        assertThat(QuantityText.read(text, walk.trace())).isEmpty();
    }
}
