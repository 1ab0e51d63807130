package org.stepback.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.NotebookReading;
import org.stepback.nn.Gradients;
import org.stepback.nn.Trainer;

class BatchOrderTest {
    private static final String NOTEBOOK = """
            ---
            title: Order
            summary: Samples in another order in each epoch
            ---
            ```data points
            generator: spiral
            samples: 53
            noise: 0.2
            validation_split: 0
            ```
            ```network net
            input: points
            layers:
              - dense: {units: 4, activation: tanh}
              - dense: {units: 1, activation: sigmoid}
            ```
            ```train fit
            network: net
            data: points
            loss: binary_crossentropy
            optimizer: adam
            batch_size: 10
            epochs: 4
            seed: 123456789
            ```
            """;

    @Test
    void its_samples_are_those_that_the_trainer_takes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("order.md"), NOTEBOOK);
        Recipe recipe = Recipe.of(NotebookReading.of(file).exercise().orElseThrow(), Optional.empty());
        Trainer trainer = recipe.trainer();
        for (int step = 1; step <= 4 * recipe.stepsPerEpoch(); step++) {
            int[] samples = BatchOrder.ofStep(recipe, step);
            double seen = Gradients.of(
                            trainer.network(),
                            recipe.train().loss(),
                            BatchOrder.pick(recipe.split().train().x(), samples),
                            BatchOrder.pick(recipe.split().train().y(), samples))
                    .loss();
            assertThat(trainer.step().loss()).as("step " + step).isCloseTo(seen, within(1e-14));
        }
    }
}
