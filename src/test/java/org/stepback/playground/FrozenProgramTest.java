package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.interop.export.Framework;
import org.stepback.interop.export.Interpreter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A program of a playground whose single weights are frozen")
class FrozenProgramTest {
    /// Two weights of a layer, a unit of another with its bias, and the output's bias.
    private static final String FREEZE = "data=xor&hidden=3tanh,2tanh&batch=30&freeze=1.1.2,1.3.1,2.2,3.1.b";

    private static final String PRINT_WEIGHTS = """
            import contextlib, io, json, runpy
            with contextlib.redirect_stdout(io.StringIO()):
                after = runpy.run_path("program.py")
            print(json.dumps([number for w in after["weights"] for number in w.reshape(-1).tolist()]))
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @DisplayName("in NumPy repeats the playground's training number for number")
    @ValueSource(
            strings = {
                "&lr=0.1",
                "&lr=0.1&opt=adamw",
                "&lr=0.01&opt=rmsprop",
                "&lr=0.1&reg=l1&rate=0.03",
                "&lr=0.1&reg=l2&rate=0.1"
            })
    void numpy_repeats(String more) throws IOException {
        assertRepeats(Interpreter.with("numpy"), more, Framework.NUMPY);
    }

    @ParameterizedTest
    @DisplayName("in PyTorch repeats it too")
    @ValueSource(strings = {"&lr=0.1", "&lr=0.1&opt=adamw", "&lr=0.1&reg=l1&rate=0.03"})
    void pytorch_repeats(String more) throws IOException {
        assertRepeats(Interpreter.with("torch"), more, Framework.PYTORCH);
    }

    private void assertRepeats(Interpreter python, String more, Framework framework) throws IOException {
        PlaygroundEngine engine = PlaygroundEngineTest.engine(FREEZE + more);
        double[] first = engine.snapshot().weights();
        write("program.py", code(engine, framework));
        write("print.py", PRINT_WEIGHTS);
        JsonNode there = JsonMapper.shared().readTree(python.run(folder, "print.py"));

        PlaygroundEngineTest.epochs(engine, 100);

        double[] here = engine.snapshot().weights();
        assertThat(there.size()).isEqualTo(here.length);
        for (int i = 0; i < here.length; i++) {
            double number = there.get(i).asDouble();
            assertThat(number).as("weight " + i).isCloseTo(here[i], within(1e-9 * Math.max(1e-3, Math.abs(here[i]))));
        }
        List<Integer> still = IntStream.range(0, first.length)
                .filter(i -> there.get(i).asDouble() == first[i])
                .boxed()
                .toList();
        // 1.1.2 and 1.3.1 of 3 × 2 weights; the second unit of 2 × 3 weights, and its bias; the last number
        assertThat(still).containsExactly(1, 4, 12, 13, 14, 16, 19);
    }

    @Test
    @DisplayName("in NumPy and PyTorch puts them back after each update")
    void put_back() {
        PlaygroundEngine engine = PlaygroundEngineTest.engine(FREEZE);
        assertThat(code(engine, Framework.NUMPY))
                .contains(
                        """
                frozen = [
                    (W1, ([0, 2], [1, 0])),
                    (W2, ([1, 1, 1], [0, 1, 2])),
                    (b2, ([1], [0])),
                    (b3, ([0], [0])),
                ]
                held = [w[places] for w, places in frozen]
                """,
                        "\n        for (w, places), values in zip(frozen, held):\n            w[places] = values\n");
        assertThat(code(engine, Framework.PYTORCH))
                .contains(
                        "    (model.layer1.weight, ([0, 2], [1, 0])),\n",
                        "    (model.layer2.bias, ([1],)),\n",
                        "    held = [w[places] for w, places in frozen]\nweights = [",
                        "\n            for (w, places), values in zip(frozen, held):\n"
                                + "                w[places] = values\n        step += 1\n");
    }

    @Test
    @DisplayName("in Keras constrains them to their first values")
    void constrained() {
        PlaygroundEngine engine = PlaygroundEngineTest.engine(FREEZE);
        double[] first = engine.snapshot().weights();
        assertThat(code(engine, Framework.KERAS))
                .contains("class Frozen(keras.constraints.Constraint):")
                .contains("kernel_constraint=Frozen({(1, 0): " + first[1] + ", (0, 2): " + first[4] + "})),\n")
                .contains("bias_constraint=Frozen({1: " + first[16] + "})),\n")
                .contains("bias_constraint=Frozen({0: " + first[19] + "})),\n")
                .doesNotContain("trainable=False");
    }

    @Test
    @DisplayName("says nothing of freezing where nothing is frozen, or a whole layer")
    void nothing() {
        for (Framework framework : Framework.values()) {
            assertThat(code(
                            PlaygroundEngineTest.engine("data=xor&hidden=2tanh&freeze=1.1,1.2.1,1.2.2,1.2.b"),
                            framework))
                    .doesNotContain("frozen", "Frozen");
        }
    }

    @ParameterizedTest
    @DisplayName("is Python")
    @EnumSource
    void is_python(Framework framework) throws IOException {
        Interpreter python = Interpreter.with("ast");
        write("program.py", code(PlaygroundEngineTest.engine(FREEZE), framework));
        write("parse.py", "import ast\nprint(len(ast.parse(open('program.py').read()).body) > 5)\n");
        assertThat(python.run(folder, "-W", "error", "parse.py").strip()).isEqualTo("True");
    }

    private static String code(PlaygroundEngine engine, Framework framework) {
        return PlaygroundExport.of(engine.snapshot(), framework).code();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
