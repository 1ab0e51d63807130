package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.optimizer.Sgd;

class RunSetupsTest {
    private static final Exercise EXERCISE = Exercises.moons(20);
    private static final Edit RATE = new Edit("fit1", "optimizer", "{\"sgd\":{\"learning_rate\":0.03}}");
    private static final Edit WIDER = new Edit(
            "net",
            "layers",
            "[{\"dense\":{\"units\":9,\"activation\":\"tanh\"}},{\"dense\":{\"units\":1,\"activation\":\"sigmoid\"}}]");

    private final RunSetups setups = new RunSetups(slug -> Exercises.find(EXERCISE, slug), TrainingLimits.DEFAULTS);

    @Test
    void a_setup_is_what_the_cells_say() {
        RunSetup setup = setup(RATE, WIDER);

        assertThat(setup.slug()).isEqualTo(Exercises.SLUG);
        assertThat(setup.cell()).isEqualTo("fit1");
        assertThat(setup.architecture().inputs()).isEqualTo(2);
        assertThat(setup.architecture().units(0)).isEqualTo(9);
        assertThat(setup.settings().optimizer()).isEqualTo(new Sgd().at(0.03));
        assertThat(setup.train().samples()).isEqualTo(40);
        assertThat(setup.validation().samples()).isEqualTo(10);
        assertThat(setup.totalSteps()).isEqualTo(60);
    }

    @Test
    void the_configuration_alone_builds_it_again() {
        RunSetup setup = setup(RATE, WIDER);

        RunSetup again = setups.setup(Exercises.SLUG, "fit1", setup.configuration());

        assertThat(again.fingerprint()).isEqualTo(setup.fingerprint());
        assertThat(again.configuration()).isEqualTo(setup.configuration());
    }

    @Test
    void a_configuration_tells_whether_the_cells_of_a_run_have_changed_since() {
        String configuration = setup(RATE).configuration();

        assertThat(setups.configuration(Exercises.resolved(EXERCISE, RATE), "fit1"))
                .isEqualTo(configuration);
        assertThat(setups.configuration(Exercises.resolved(EXERCISE, RATE, WIDER), "fit1"))
                .isNotEqualTo(configuration);
        Edit ofAnotherCell = new Edit("fit2", "epochs", "7");
        assertThat(setups.configuration(Exercises.resolved(EXERCISE, RATE, ofAnotherCell), "fit1"))
                .isEqualTo(configuration);
    }

    @Test
    void what_keeps_a_run_from_being_made_has_changed_since_the_last_one() {
        RunSetup made = setup(RATE);

        assertThat(setups.changes(Exercises.resolved(EXERCISE, RATE), made)).isEmpty();
        assertThat(setups.changes(Exercises.resolved(EXERCISE, RATE, WIDER), made))
                .isEqualTo(Map.of("net", List.of("layers")));
        Edit wrong = new Edit("fit1", "epochs", "\"abc\"");
        assertThat(setups.changes(Exercises.resolved(EXERCISE, RATE, wrong), made))
                .isEqualTo(Map.of("fit1", List.of("epochs")));
        Edit noLayers = new Edit("net", "layers", "[]");
        assertThat(setups.changes(Exercises.resolved(EXERCISE, RATE, noLayers), made))
                .isEqualTo(Map.of("net", List.of("layers")));
    }

    @Test
    void the_fingerprint_tells_changed_samples() {
        RunSetups changed =
                new RunSetups(slug -> Exercises.find(Exercises.moons(20, 8), slug), TrainingLimits.DEFAULTS);

        assertThat(changed.setup(Exercises.SLUG, "fit1", setup().configuration())
                        .fingerprint())
                .isNotEqualTo(setup().fingerprint());
    }

    @Test
    void the_cost_is_known_before_a_run() {
        assertThat(setups.estimate(EXERCISE, Exercises.resolved(EXERCISE), "fit1"))
                .contains(setup().estimate());
        Edit wrong = new Edit("fit1", "batch_size", "0");
        assertThat(setups.estimate(EXERCISE, Exercises.resolved(EXERCISE, wrong), "fit1"))
                .isEmpty();
    }

    @Test
    void an_output_that_does_not_fit_the_loss_is_refused() {
        Edit wrong = new Edit("fit1", "loss", "\"categorical_crossentropy\"");

        assertThatThrownBy(() -> setup(wrong)).isInstanceOf(RefusedException.class);
    }

    private RunSetup setup(Edit... edits) {
        return setups.of(EXERCISE, Exercises.resolved(EXERCISE, edits), "fit1");
    }
}
