package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.Trainer;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundSetting;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.PointPattern;

@DisplayName("A playground's training")
public class PlaygroundEngineTest {
    @ParameterizedTest
    @DisplayName("learns every figure")
    @EnumSource(value = PointPattern.class, names = "OWN", mode = EnumSource.Mode.EXCLUDE)
    void learns(PointPattern figure) {
        PlaygroundEngine engine = engine("hidden=8tanh,4tanh&opt=adam&lr=0.01&data=" + figure.key());
        double first = engine.snapshot().test().loss();
        epochs(engine, 300);
        assertThat(engine.snapshot().test().loss()).isLessThan(0.8 * first);
    }

    @ParameterizedTest
    @DisplayName("learns with every loss of classes")
    @ValueSource(
            strings = {
                "half_squared_error",
                "binary_crossentropy",
                "mean_squared_error",
                "mean_absolute_error",
                "huber",
                "hinge",
                "squared_hinge"
            })
    void losses(String loss) {
        PlaygroundEngine engine = engine("data=gauss&loss=" + loss);
        epochs(engine, 20);
        assertThat(engine.snapshot().test().accuracy()).isGreaterThan(0.95);
        assertThat(engine.snapshot().matrix().orElseThrow().accuracy())
                .isEqualTo(engine.snapshot().test().accuracy());
    }

    @ParameterizedTest
    @DisplayName("learns several classes")
    @ValueSource(strings = {"data=clouds", "data=pinwheel&classes=5&noise=5", "data=clouds&loss=half_squared_error"})
    void several_classes(String link) {
        PlaygroundEngine engine = engine(link + "&hidden=8tanh,8tanh&opt=adam&lr=0.01");
        epochs(engine, 60);
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.test().accuracy()).isGreaterThan(0.9);
        assertThat(snapshot.matrix().orElseThrow().classes())
                .isEqualTo(snapshot.setup().training().classes());
    }

    @Test
    @DisplayName("has TensorFlow Playground's numbers of points, labels and first biases")
    void conventions() {
        Snapshot circle = engine("").snapshot();
        assertThat(circle.setup().training().size()).isEqualTo(250);
        assertThat(circle.setup().test().size()).isEqualTo(250);
        assertThat(values(circle.setup().split().train().y())).containsOnly(-1, 1);
        assertThat(circle.weights()).hasSize(2 * 4 + 4 + 4 * 2 + 2 + 2 + 1);
        assertThat(circle.weights()[8]).isEqualTo(0.1);
        for (int kernel = 0; kernel < 8; kernel++) {
            assertThat(circle.weights()[kernel]).isBetween(-0.5, 0.5);
        }
        Snapshot plane = engine("data=plane").snapshot();
        assertThat(plane.setup().training().size()).isEqualTo(600);
        assertThat(values(engine("loss=binary_crossentropy")
                        .snapshot()
                        .setup()
                        .split()
                        .train()
                        .y()))
                .containsOnly(0, 1);
    }

    @Test
    @DisplayName("is the same again after a reset")
    void reset() {
        PlaygroundEngine engine = engine("data=xor");
        double[] before = engine.snapshot().weights();
        epochs(engine, 3);
        double[] after = engine.snapshot().weights();
        engine.begin();
        assertThat(engine.snapshot().weights()).isEqualTo(before);
        assertThat(engine.snapshot().step()).isZero();
        epochs(engine, 3);
        assertThat(engine.snapshot().weights()).isEqualTo(after);
    }

    @Test
    @DisplayName("goes on with another learning rate, and with other points")
    void goes_on() {
        PlaygroundEngine engine = engine("");
        epochs(engine, 2);
        Snapshot before = engine.snapshot();
        engine.change(state("lr=0.3"));
        assertThat(engine.snapshot().weights()).isEqualTo(before.weights());
        assertThat(engine.snapshot().step()).isEqualTo(before.step());
        assertThat(engine.snapshot().learningRate()).isEqualTo(0.3);
        engine.change(state("lr=0.3&seed=9"));
        assertThat(engine.snapshot().weights()).isEqualTo(before.weights());
        assertThat(engine.snapshot().setup().training().x())
                .isNotEqualTo(before.setup().training().x());
        engine.change(state("lr=0.3&seed=9&test=yes"));
        assertThat(engine.snapshot().network()).isEqualTo(before.network());
        engine.change(state("lr=0.3&seed=9&hidden=3"));
        assertThat(engine.snapshot().network()).isEqualTo(before.network() + 1);
        assertThat(engine.snapshot().step()).isZero();
    }

    @ParameterizedTest
    @DisplayName("goes on with another optimizer as one that begins with these weights, its bias correction too")
    @ValueSource(
            strings = {"opt=rmsprop", "opt=adam", "opt=adamw", "opt=adamax", "opt=nadam", "opt=lion", "momentum=0.9"})
    void another_optimizer(String optimizer) {
        PlaygroundEngine engine = engine("opt=adagrad");
        epochs(engine, 4);
        Snapshot before = engine.snapshot();
        engine.change(state(optimizer));
        assertThat(engine.snapshot().weights()).isEqualTo(before.weights());
        assertThat(engine.snapshot().step()).isEqualTo(before.step());
        assertThat(engine.snapshot().network()).isEqualTo(before.network());
        Trainer fromHere = trainer(engine.snapshot());
        epochs(engine, 2);
        for (int step = 0; step < 50; step++) {
            fromHere.step();
        }
        assertThat(engine.snapshot().weights()).isEqualTo(fromHere.checkpoint().weights());
    }

    @Test
    @DisplayName("keeps what its optimizer remembers where that stays, with another momentum and learning rate too")
    void same_optimizer() {
        PlaygroundEngine engine = engine("momentum=0.9");
        epochs(engine, 4);
        double[] before = memory(engine);
        engine.change(state("momentum=0.5&lr=0.3"));
        assertThat(memory(engine)).isEqualTo(before).isNotEqualTo(new double[before.length]);
    }

    private static double[] memory(PlaygroundEngine engine) {
        return engine.snapshot().past().orElseThrow().now().optimizerState();
    }

    /// A training of its own that begins with the weights of a snapshot.
    private static Trainer trainer(Snapshot snapshot) {
        Setup setup = snapshot.setup();
        Trainer trainer = new Trainer(
                setup.start(),
                setup.settings(),
                setup.split().train().x(),
                setup.split().train().y());
        Checkpoint fresh = trainer.checkpoint();
        trainer.restore(new Checkpoint(0, snapshot.weights(), fresh.optimizerState()));
        return trainer;
    }

    @Test
    @DisplayName("takes a typed weight, and no other number or place")
    void edits() {
        PlaygroundEngine engine = engine("");
        engine.set(2, 0, 2, 0.75); // the output's bias, which comes last
        engine.set(0, 1, 0, -3);
        double[] weights = engine.snapshot().weights();
        assertThat(weights[weights.length - 1]).isEqualTo(0.75);
        assertThat(weights[2]).isEqualTo(-3);
        engine.set(0, 1, 0, Double.NaN);
        engine.set(0, 1, 0, 1e9);
        engine.set(7, 0, 0, 1);
        engine.set(0, 4, 0, 1);
        engine.set(0, 0, 3, 1);
        engine.set(-1, 0, 0, 1);
        assertThat(engine.snapshot().weights()).isEqualTo(weights);
    }

    @Test
    @DisplayName("leaves what is frozen, whatever the optimizer remembers")
    void freezes() {
        PlaygroundEngine engine = engine("opt=adam");
        epochs(engine, 2);
        double[] before = engine.snapshot().weights();
        engine.change(state("opt=adam&freeze=1,2.1.3,2.2.b"));
        epochs(engine, 2);
        double[] after = engine.snapshot().weights();
        for (int i = 0; i < before.length; i++) {
            boolean frozen = i < 12 || i == 12 + 2 || i == 12 + 8 + 1;
            assertThat(after[i] == before[i]).as("weight %d", i).isEqualTo(frozen);
        }
        engine.set(0, 0, 0, 0.5);
        epochs(engine, 1);
        assertThat(engine.snapshot().weights()[0]).isEqualTo(0.5);
    }

    @Test
    @DisplayName("stops after the epochs, at the goal, or without progress, and goes on when asked")
    void stops() {
        PlaygroundEngine engine = engine("epochs=4");
        assertThat(untilEnd(engine, 100)).isEqualTo(4);
        assertThat(engine.snapshot().ended()).isEqualTo("Stopped after 4 epochs, as it was set.");
        engine.goOn();
        assertThat(engine.hasEnded()).isFalse();
        PlaygroundEngine goal = engine("data=gauss&goal=0.05");
        untilEnd(goal, 200);
        assertThat(goal.snapshot().test().loss()).isLessThan(0.05);
        assertThat(goal.snapshot().ended()).contains("the test loss is below 0.05");
        PlaygroundEngine patient = engine("hidden=none&data=xor&patience=5&lr=1");
        assertThat(untilEnd(patient, 1_000)).isBetween(6L, 999L);
        assertThat(patient.snapshot().ended()).contains("has not become better for 5 epochs");
    }

    @Test
    @DisplayName("ends with a sentence where a number is not finite, and begins again after a reset")
    void diverges() {
        PlaygroundEngine engine = engine("data=plane&hidden=4relu,4relu,4relu&lr=100&inputs=x,y,xx,yy");
        untilEnd(engine, 200);
        Snapshot snapshot = engine.snapshot();
        assertThat(snapshot.broken()).isTrue();
        assertThat(snapshot.ended())
                .contains("became infinite or is not a number (NaN)")
                .contains("smaller learning rate");
        engine.begin();
        assertThat(engine.hasEnded()).isFalse();
        assertThat(engine.snapshot().broken()).isFalse();
    }

    @Test
    @DisplayName("has batches of one point where a step is one")
    void samples() {
        assertThat(engine("step=sample").snapshot().setup().settings().batchSize())
                .isEqualTo(1);
        assertThat(Setup.effect(state(""), state("step=sample"))).isEqualTo(PlaygroundSetting.Effect.NETWORK);
        assertThat(Setup.effect(state(""), state("step=batch"))).isEqualTo(PlaygroundSetting.Effect.VIEW);
    }

    static PlaygroundEngine engine(String link) {
        return new PlaygroundEngine(state(link));
    }

    public static PlaygroundState state(String link) {
        PlaygroundLink.Reading reading = PlaygroundLinkTest.read(link);
        assertThat(reading.problems()).isEmpty();
        return reading.state();
    }

    public static void epochs(PlaygroundEngine engine, int epochs) {
        for (int epoch = 0; epoch < epochs; ) {
            epoch += engine.step() ? 1 : 0;
        }
    }

    private static long untilEnd(PlaygroundEngine engine, int mostEpochs) {
        for (int epoch = 0; epoch < mostEpochs && !engine.hasEnded(); ) {
            epoch += engine.step() ? 1 : 0;
        }
        return engine.snapshot().epoch();
    }

    private static double[] values(DMatrixRMaj matrix) {
        return java.util.Arrays.copyOf(matrix.data, matrix.getNumElements());
    }
}
