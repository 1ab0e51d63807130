package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.export.Framework;
import org.stepback.nn.Trainer;

@DisplayName("A playground is saved, opened and exported")
class PlaygroundFileTest {
    @ParameterizedTest
    @DisplayName("A saved playground opens with the same epoch and weights, and goes on alike")
    @ValueSource(strings = {"", "&opt=adam&schedule=cosine&over=6", "&momentum=0.9"})
    void both_ways(String rule) {
        PlaygroundEngine engine = PlaygroundEngineTest.engine("data=xor&hidden=3relu&lr=0.1" + rule);
        PlaygroundEngineTest.epochs(engine, 4);
        PlaygroundFile file = PlaygroundFile.read(PlaygroundFile.write(engine.snapshot()));
        assertThat(file.state()).isEqualTo(engine.state());
        PlaygroundEngine again = new PlaygroundEngine(file.state());
        again.load(file.checkpoint());
        assertThat(again.snapshot().epoch()).isEqualTo(4);
        PlaygroundEngineTest.epochs(again, 3);
        PlaygroundEngineTest.epochs(engine, 3);
        assertThat(again.snapshot().weights()).isEqualTo(engine.snapshot().weights());
    }

    @Test
    @DisplayName("One whose optimizer was changed on the way goes on alike too")
    void another_optimizer() {
        PlaygroundEngine engine = PlaygroundEngineTest.engine("data=xor&hidden=3relu");
        PlaygroundEngineTest.epochs(engine, 4);
        engine.change(PlaygroundEngineTest.state("data=xor&hidden=3relu&opt=adam"));
        PlaygroundEngineTest.epochs(engine, 2);
        PlaygroundFile file = PlaygroundFile.read(PlaygroundFile.write(engine.snapshot()));
        PlaygroundEngine again = new PlaygroundEngine(file.state());
        again.load(file.checkpoint());
        PlaygroundEngineTest.epochs(again, 3);
        PlaygroundEngineTest.epochs(engine, 3);
        assertThat(again.snapshot().weights()).isEqualTo(engine.snapshot().weights());
    }

    @ParameterizedTest
    @DisplayName("What is no such file is refused with a sentence")
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{\"playground\":\"data=xor\"}",
                "{\"playground\":\"data=xor\",\"weights\":[1,2]}",
                "{\"playground\":\"hidden=none\",\"weights\":[1,2,\"x\"]}",
                "{\"playground\":\"lr=fast\",\"weights\":[]}",
                "{\"playground\":\"hidden=none\",\"weights\":[1,2,3],\"step\":-1}",
                "{\"playground\":\"hidden=none\",\"weights\":[1,2,3],\"step\":1.5}",
                "{\"playground\":\"hidden=none\",\"weights\":[1,2,3],\"step\":9e99}",
                "{\"playground\":\"hidden=none\",\"weights\":[1,2,3],\"updates\":-1}",
                "{\"playground\":\"hidden=none\",\"weights\":[1,2,3],\"optimizer\":[\"x\"]}"
            })
    void refused(String text) {
        assertThatThrownBy(() -> PlaygroundFile.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file");
    }

    @Test
    @DisplayName("A file without its step and its optimizer's memory begins at step 0 with its weights")
    void weights_alone() {
        PlaygroundFile file = PlaygroundFile.read("{\"playground\":\"hidden=none&opt=adam\",\"weights\":[1,2,3]}");
        PlaygroundEngine engine = new PlaygroundEngine(file.state());
        PlaygroundEngineTest.epochs(engine, 2);
        engine.load(file.checkpoint());
        assertThat(engine.snapshot().weights()).containsExactly(1, 2, 3);
        assertThat(engine.snapshot().step()).isZero();
        PlaygroundEngineTest.epochs(engine, 1);
    }

    @ParameterizedTest
    @DisplayName("An exported training computes what the playground does, L2 and the links that L1 cuts too")
    @ValueSource(strings = {"l2", "l1"})
    void exported(String penalty) {
        PlaygroundEngine engine =
                PlaygroundEngineTest.engine("data=spiral&hidden=4tanh&reg=" + penalty + "&rate=0.1&lr=0.1");
        TrainingSpec spec = PlaygroundExport.spec(engine.snapshot());
        Trainer trainer = spec.trainer();
        for (int step = 0; step < 50; step++) {
            trainer.step();
            engine.step();
        }
        double[] here = engine.snapshot().weights();
        assertThat(engine.snapshot().cut().isEmpty()).isEqualTo(penalty.equals("l2"));
        double[] there = trainer.checkpoint().weights();
        for (int i = 0; i < here.length; i++) {
            assertThat(here[i]).isCloseTo(there[i], org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    @Test
    @DisplayName("A frozen layer is frozen in its program")
    void frozen() {
        PlaygroundEngine engine = PlaygroundEngineTest.engine("data=xor&hidden=4tanh&lr=0.1&freeze=1");
        Trainer trainer = PlaygroundExport.spec(engine.snapshot()).trainer();
        for (int step = 0; step < 20; step++) {
            trainer.step();
            engine.step();
        }
        assertThat(trainer.checkpoint().weights())
                .containsExactly(engine.snapshot().weights());
        String keras = PlaygroundExport.of(engine.snapshot(), Framework.KERAS).code();
        assertThat(keras).containsOnlyOnce("trainable=False");

        assertThat(PlaygroundExport.of(
                                PlaygroundEngineTest.engine("data=xor&hidden=2tanh&freeze=1.1,1.2.1,1.2.2,1.2.b")
                                        .snapshot(),
                                Framework.KERAS)
                        .code())
                .as("each number of a layer is the layer")
                .containsOnlyOnce("trainable=False");
    }

    @ParameterizedTest
    @DisplayName("There is a program for each framework, of two classes, several, and numbers")
    @EnumSource(Framework.class)
    void programs(Framework framework) {
        for (String link : new String[] {"data=gauss", "data=clouds&hidden=4relu", "data=plane&loss=huber&opt=adam"}) {
            String code = PlaygroundExport.of(PlaygroundEngineTest.engine(link).snapshot(), framework)
                    .code();
            assertThat(code).contains("Playground").contains("import");
        }
    }
}
