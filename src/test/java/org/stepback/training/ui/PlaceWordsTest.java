package org.stepback.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fit.optimizer.adam.learning_rate | Learning rate of adam in cell fit",
                "fit.optimizer.adam.beta_1 | β₁ of adam in cell fit",
                "fit.optimizer | Optimizer in cell fit",
                "fit.optimizer.sgd.learning_rate.cosine_decay.decay_steps | Decay steps of cosine_decay of sgd in cell fit",
                "fit.batch_size | Batch size in cell fit",
                "fit.loss.huber.delta | δ (straight beyond) of huber in cell fit",
                "fit.class_weight.1 | Weight of class 1 in cell fit",
                "fit.early_stopping.patience | Patience (epochs) of early stopping in cell fit",
                "net.layers[2] | Kind of layer 2 in cell net",
                "net.layers[2].dense.units | Units of layer 2 in cell net",
                "net.layers[1].dense.kernel_regularizer.l2 | L2 of penalty on weights of layer 1 in cell net",
                "net.weights[1].kernel | Kernel of the given weights of layer 1 in cell net",
                "net.initializer | Weights start as in cell net",
                "moons.generator | Figure in cell moons",
                "forked after step | Forked after step"
            })
    void says_what_the_controls_say(String place, String words) {
        assertThat(PlaceWords.of(place)).isEqualTo(words);
    }
}
