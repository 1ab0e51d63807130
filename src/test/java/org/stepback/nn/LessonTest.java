package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.stepback.nn.optimizer.Adam;

@DisplayName("The lesson's equations")
class LessonTest {
    private static final double LEARNING_RATE = 0.05;
    private static final double RELATIVE = 1e-13;

    private final DMatrixRMaj x = Runs.points(2, 20, 1);
    private final DMatrixRMaj y = Runs.sides(x);
    private final Network start = Runs.network(Runs.lesson(), 7);

    @Test
    @DisplayName("are what the trainer does, step after step")
    void repeat() {
        Lesson lesson = new Lesson(start, LEARNING_RATE);
        var settings = new TrainerSettings(
                Runs.loss("binary_crossentropy"), new Adam().at(LEARNING_RATE), x.numCols, false, 1);
        Trainer trainer = new Trainer(start, settings, x, y);
        double first = trainer.evaluate(x, y).loss();
        for (int step = 0; step < 200; step++) {
            double loss = lesson.step(x, y);
            assertThat(trainer.step().loss()).isCloseTo(loss, within(RELATIVE * loss));
        }
        assertThat(trainer.evaluate(x, y).loss()).isLessThan(0.3 * first);
        List<DMatrixRMaj> mine = tensors(lesson.network());
        List<DMatrixRMaj> its = tensors(trainer.network());
        IntStream.range(0, mine.size()).forEach(tensor -> assertThat(its.get(tensor).data)
                .as("tensor %d", tensor)
                .containsExactly(mine.get(tensor).data, within(RELATIVE * 10)));
    }

    private static List<DMatrixRMaj> tensors(Network network) {
        return List.of(network.kernel(0), network.bias(0), network.kernel(1), network.bias(1));
    }
}
