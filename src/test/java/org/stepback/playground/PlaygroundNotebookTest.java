package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.read.NotebookFile;
import org.stepback.exercise.read.NotebookReading;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Trainer;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundState;

@DisplayName("A playground opens as a notebook")
class PlaygroundNotebookTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @DisplayName("Its cells are sound, and train as the playground does")
    @ValueSource(
            strings = {
                "data=circle",
                "data=spiral&hidden=4tanh,3relu&reg=l2&rate=0.01&lr=0.1&batch=7",
                "data=xor&inputs=x,y,xx,yy,xy,sinx,siny&train=80",
                "data=plane&opt=adam&loss=huber",
                "data=clouds&hidden=4relu&train=33",
                "data=xor&hidden=4tanh&lr=0.1&freeze=1",
                "data=gauss&hidden=none&reg=l1&rate=0.1&freeze=1"
            })
    void trains_alike(String link) throws IOException {
        PlaygroundEngine engine = PlaygroundEngineTest.engine(link);
        TrainingSpec spec = spec(PlaygroundNotebook.of(engine.snapshot()));
        Setup setup = engine.snapshot().setup();
        for (int layer = 0; layer < setup.start().layers(); layer++) {
            assertThat(spec.network().kernel(layer).data)
                    .isEqualTo(setup.start().kernel(layer).data);
            assertThat(spec.network().bias(layer).data).isEqualTo(setup.start().bias(layer).data);
        }
        assertThat(spec.split().train().samples()).isBetween(1, setup.training().size());
        assertThat((double) spec.split().train().samples()
                        / (spec.split().validation().samples() + 1e-9))
                .isCloseTo((double) setup.training().size() / setup.test().size(), within(0.05));
        Trainer trainer = spec.trainer();
        if (spec.train().batchSize() * 5 <= spec.split().train().samples() && !link.contains("none")) {
            for (int step = 0; step < 5; step++) {
                trainer.step();
                engine.step();
            }
            double[] here = engine.snapshot().weights();
            double[] there = trainer.checkpoint().weights();
            for (int i = 0; i < here.length; i++) {
                assertThat(there[i]).isCloseTo(here[i], within(2e-3)); // the points are rounded to four decimals
            }
        }
    }

    @Test
    @DisplayName("The largest network fits, without its weights, and the first note says what is left out")
    void large() throws IOException {
        String hidden = "16tanh,".repeat(10).replaceFirst(",$", "");
        NotebookFile file = PlaygroundNotebook.of(
                PlaygroundEngineTest.engine("data=xor&hidden=" + hidden + "&inputs=x,y,xx,yy,xy,sinx,siny")
                        .snapshot());
        assertThat(file.cells()).allMatch(cell -> cell.text().length() <= OwnCell.MAX_LENGTH);
        assertThat(file.cells().getFirst().text()).contains("A cell has room for 250 of the points; 250 are left out.");
        assertThat(spec(file).net().weights()).isEmpty();
    }

    @Test
    @DisplayName("Without points there is nothing to put into a notebook")
    void empty() {
        PlaygroundState none =
                PlaygroundLink.read(Map.of("data", List.of("own"))).state();
        assertThatThrownBy(() -> PlaygroundNotebook.of(new PlaygroundEngine(none).snapshot()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no points yet");
    }

    private TrainingSpec spec(NotebookFile file) throws IOException {
        NotebookFile again =
                NotebookFile.read(file.write(), "playground.md").notebook().orElseThrow();
        assertThat(again).isEqualTo(file);
        Path path = folder.resolve("playground.md");
        Files.writeString(path, file.write());
        NotebookReading reading = NotebookReading.of(path);
        assertThat(reading.problems()).isEmpty();
        return TrainingSpec.of(reading.exercise().orElseThrow(), Optional.empty());
    }
}
