package org.stepback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.interop.GoldenNotebook;
import org.stepback.number.NumberText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainTest {
    private static final String MOONS = """
            ---
            title: Moons
            summary: Two half circles
            ---
            ```data moons
            generator: two_moons
            samples: 100
            noise: 0.1
            ```
            ```network net
            input: moons
            layers:
              - dense: {units: 5, activation: relu}
              - dense: {units: 1, activation: sigmoid}
            ```
            ```train fit
            network: net
            data: moons
            loss: binary_crossentropy
            optimizer: {adam: {learning_rate: 0.03}}
            epochs: 20
            ```
            """;

    private final Commands commands = new Commands();

    @TempDir
    private Path folder;

    private String moons;
    private String metrics;
    private String weights;

    @BeforeEach
    void writeNotebook() throws IOException {
        moons = write("moons.md", MOONS);
        metrics = folder.resolve("out.jsonl").toString();
        weights = folder.resolve("out.json").toString();
    }

    @Test
    void nothing_is_written_over_the_notebook_or_over_each_other() throws IOException {
        String link = Files.createSymbolicLink(folder.resolve("link.md"), Path.of(moons))
                .toString();
        for (String same :
                List.of(moons, folder.resolve("x/../moons.md").toString().replace("x/../", "./"), link)) {
            for (String option : List.of("--metrics", "--weights")) {
                assertThat(commands.run("train", moons, option, same)).isEqualTo(Main.MISUSE);
                assertThat(commands.err()).startsWith("The file “" + same + "” is one that is read: name another");
            }
        }
        assertThat(commands.run("export", moons, "--as", "keras", "--out", moons))
                .isEqualTo(Main.MISUSE);
        assertThat(commands.run("import", moons, "--out", moons)).isEqualTo(Main.MISUSE);
        assertThat(Path.of(moons)).hasContent(MOONS);
        assertThat(commands.run("train", moons, "--metrics", metrics, "--weights", metrics))
                .isEqualTo(Main.MISUSE);
        assertThat(commands.err()).startsWith("Two options name the file “" + metrics + "”: give each its own.");
        assertThat(commands.run("train", folder.toString())).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).isEqualTo("“" + folder + "” is a folder. Name a file in it.\n");
    }

    @Test
    void nothing_is_written_over_a_table() throws IOException {
        String notebook = write("counted.md", counted("0.1", 1, "counts"));
        String table = folder.resolve("t.csv").toString();
        assertThat(commands.run("train", notebook, "--weights", table)).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).startsWith("The file “" + table + "” is one that is read");
        assertThat(Path.of(table)).content().startsWith("x,counts,y\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,y\\n1,5,0\\n2,3\\n | t.csv:2:1: 3 values, expected 2. Numbers have a decimal point",
                "x,counts,y\\n1,,3\\n2,1,3\\n | t.csv:2:3: Each value of the column \"counts\" must be a number.",
                "x,counts,y\\n1,1,3\\n2,1\\n | t.csv:3:1: 2 values, expected 3.",
                "x y\\n1 2\\n | t.csv:1:1: A table needs at least two columns, separated by commas, semicolons or tabs."
            })
    void a_table_s_own_mistake_is_told_by_its_line(String table, String sentence) throws IOException {
        String notebook = write("counted.md", counted("0.1", 1, "counts"));
        write("t.csv", table.replace("\\n", "\n"));
        assertThat(commands.run("train", notebook)).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).contains(sentence).hasLineCount(1).doesNotContain("more problem");
    }

    @Test
    void an_output_that_takes_nothing_is_said() {
        var full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        var err = new ByteArrayOutputStream();
        assertThat(Main.run(List.of("names"), full, new PrintStream(err), false))
                .isEqualTo(Main.MISUSE);
        assertThat(err.toString()).startsWith("Not all that this command says could be written");
    }

    /// A process of its own gets the signal of Ctrl+C in a terminal, or of an operator's kill.
    @Test
    void an_interrupted_run_ends_its_files_whole_and_keeps_what_it_has_learned() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "train",
                        moons,
                        "--steps",
                        "200000000",
                        "--metrics",
                        metrics,
                        "--weights",
                        weights)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !process.isAlive() || Files.exists(Path.of(metrics)) && Files.size(Path.of(metrics)) > 0);
        process.destroy();
        process.waitFor();
        List<JsonNode> lines = lines();
        int steps = lines.getLast().get("step").asInt();
        assertThat(lines).hasSize(steps);
        assertThat(folder.resolve("said.txt")).content().contains("Interrupted after step " + steps + " of 200000000.");
        assertThat(JsonMapper.shared().readTree(Path.of(weights)).get("step").asInt())
                .isEqualTo(steps);
    }

    /// With doubled weights and half the learning rate the weights move alike, and every loss is the double.
    @Test
    void samples_count_by_a_column_of_their_table_in_training_and_in_validation() throws IOException {
        List<JsonNode> alike = trained(counted("0.25", 1, "counts"));
        List<JsonNode> doubled = trained(counted("0.125", 2, "counts"));
        assertThat(alike).hasSize(10);
        for (int i = 0; i < alike.size(); i++) {
            for (String key : List.of("loss", "train_loss", "val_loss")) {
                if (alike.get(i).has(key)) {
                    assertThat(doubled.get(i).get(key).asDouble())
                            .isEqualTo(2 * alike.get(i).get(key).asDouble());
                }
            }
        }
        assertThat(alike.getLast().has("val_loss")).isTrue();
    }

    private String counted(String rate, int weight, String column) throws IOException {
        StringBuilder rows = new StringBuilder("x,counts,y\n");
        for (int row = 0; row < 10; row++) {
            rows.append(row / 4.0 - 1)
                    .append("," + weight + ",")
                    .append(row % 3)
                    .append('\n');
        }
        write("t.csv", rows.toString());
        return MOONS.replace(
                        "generator: two_moons\nsamples: 100\nnoise: 0.1\n",
                        "file: t.csv\ntarget: y\nsample_weight: " + column + "\n")
                .replace("activation: sigmoid", "activation: linear")
                .replace("binary_crossentropy", "mean_squared_error")
                .replace("{adam: {learning_rate: 0.03}}", "{sgd: {learning_rate: " + rate + "}}")
                .replace("epochs: 20", "epochs: 5\nbatch_size: 4");
    }

    private List<JsonNode> trained(String notebook) throws IOException {
        assertThat(commands.run("train", write("counted.md", notebook), "--metrics", metrics))
                .as(commands.err())
                .isEqualTo(Main.WELL);
        return lines();
    }

    @ParameterizedTest
    @CsvSource({
        "y, 'The column \"y\" is the target. Weights stand in a column of their own.'",
        "count, 'Unknown column \"count\"; did you mean \"counts\"?'",
        "'[1, 2]', 'The sample weight must be one of x, counts, y. Here is a list.'",
        "x, 'These weights cannot be used. In the table''s line 2, column 1: A weight must be a number from 0 to'"
    })
    void a_column_that_cannot_weigh_is_said(String column, String sentence) throws IOException {
        String notebook = write("counted.md", counted("0.1", 1, column));
        assertThat(commands.run("train", notebook)).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).contains(sentence);
    }

    @Test
    void weights_that_are_all_0_are_refused() throws IOException {
        assertThat(commands.run("train", write("counted.md", counted("0.1", 0, "counts"))))
                .isEqualTo(Main.MISUSE);
        assertThat(commands.err())
                .contains(
                        "In the table's line 2, column",
                        "Every number of the column \"counts\" is 0: no sample would count.");
        String literal = counted("0.1", 1, "counts")
                .replace(
                        "file: t.csv\ntarget: y\nsample_weight: counts",
                        "x: [[1], [2]]\ny: [[0], [1]]\nsample_weight: [0, 0]");
        assertThat(commands.run("train", write("literal.md", literal))).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).contains("Every sample weight is 0: no sample would count.");
    }

    @Test
    void class_weights_that_are_all_0_are_refused() throws IOException {
        String weighted = MOONS.replace("epochs: 20", "epochs: 20\nclass_weight: {0: 0, 1: 0}");
        assertThat(commands.run("train", write("classes.md", weighted))).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).contains("has the weight 0: no sample would count.");
    }

    @ParameterizedTest
    @CsvSource({
        "keras-float64.json, three classes, 1e-9, 1e-7",
        "keras-float64.json, regression, 1e-9, 1e-7",
        "keras-float64.json, the lesson's example, 1e-9, 1e-7",
        "keras.json, three classes, 2e-7, 1e-4"
    })
    void a_run_of_keras_is_repeated_number_for_number(String file, String title, double loss, double weight)
            throws IOException {
        JsonNode golden = GoldenNotebook.run(file, title.equals("regression") ? "regression, SGD" : title);
        String notebook = write("golden.md", GoldenNotebook.of(golden));

        assertThat(commands.run("train", notebook, "--metrics", metrics, "--weights", weights))
                .as(commands.err())
                .isEqualTo(Main.WELL);

        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(golden.get("step_loss").size());
        int perEpoch = lines.size() / golden.get("epochs").asInt();
        for (int i = 0; i < lines.size(); i++) {
            assertNear(lines.get(i).get("loss"), golden.get("step_loss").get(i), loss);
            if ((i + 1) % perEpoch == 0) {
                assertNear(
                        lines.get(i).get("train_loss"),
                        golden.get("epoch_end_loss").get(i / perEpoch),
                        loss);
            }
        }
        JsonNode layers =
                JsonMapper.shared().readTree(Files.readString(Path.of(weights))).get("weights");
        for (int layer = 0; layer < layers.size(); layer++) {
            for (String tensor : List.of("kernel", "bias")) {
                assertNearAll(
                        layers.get(layer).get(tensor),
                        golden.get("final_weights").get(layer).get(tensor),
                        weight);
            }
        }
    }

    @Test
    void a_run_whose_loss_at_rest_is_no_number_has_not_gone_well() throws IOException {
        String exercise = Files.readString(Path.of("exercises/learning-rate/exercise.md"));
        int edge = exercise.indexOf("```train edge");
        String tooFast = exercise.substring(edge).replaceFirst("learning_rate: 3}", "learning_rate: 15}");
        String notebook = write("edge.md", exercise.substring(0, edge) + tooFast);

        assertThat(commands.run("train", notebook, "--cell", "edge")).isEqualTo(Main.FOUND);
        assertThat(commands.err())
                .contains("At step 200 the loss of all training samples, computed from the output of layer");
    }

    @Test
    void a_run_ends_with_a_summary_and_a_few_lines() {
        assertThat(commands.run("train", moons)).isEqualTo(Main.WELL);
        assertThat(commands.out().lines())
                .hasSize(12)
                .first()
                .asString()
                .startsWith("epoch 1/20  step 3  loss 0.")
                .contains(", val_loss 0.", ", val_accuracy ");
        assertThat(commands.out()).contains("Trained “fit”: 60 steps, 20 epochs, 21 parameters. At the end: loss 0.");
        assertThat(commands.err()).isEmpty();
    }

    @Test
    void a_terminal_gets_a_bar() {
        assertThat(commands.run(true, "train", moons)).isEqualTo(Main.WELL);
        assertThat(commands.out()).contains("[##############################] 100 %  epoch 20/20  loss 0.");
    }

    @Test
    void a_line_has_every_number_of_its_step() throws IOException {
        assertThat(commands.run("train", moons, "--epochs=2", "--metrics", metrics))
                .isEqualTo(Main.WELL);
        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(6);
        JsonNode third = lines.get(2);
        assertThat(third.get("step").asInt()).isEqualTo(3);
        assertThat(third.get("epoch").asInt()).isEqualTo(1);
        assertThat(third.get("learning_rate").asDouble()).isEqualTo(.03);
        for (String perLayer : List.of("kernel_gradient_norm", "bias_gradient_norm", "update_ratio")) {
            assertThat(third.get(perLayer)).hasSize(2);
        }
        assertThat(third.has("val_loss") && third.has("train_accuracy")).isTrue();
        assertThat(lines.get(1).has("val_loss")).isFalse();
    }

    @Test
    void weights_go_on_where_they_were_written() throws IOException {
        commands.run("train", moons, "--epochs", "1", "--weights", weights, "--metrics", metrics);
        double after = lines().getLast().get("train_loss").asDouble();
        JsonNode written = JsonMapper.shared().readTree(Files.readString(Path.of(weights)));

        String next = write(
                "next.md",
                MOONS.replace(
                                "  - dense: {units: 1, activation: sigmoid}\n",
                                "  - dense: {units: 1, activation: sigmoid}\nweights: "
                                        + written.get("weights").toString().replace(":", ": ") + "\n")
                        .replace("epochs:", "batch_size: 80\nepochs:"));
        commands.run("train", next, "--steps", "1", "--metrics", metrics);

        assertThat(lines().getFirst().get("loss").asDouble()).isCloseTo(after, within(1e-12));
    }

    @Test
    void steps_and_seeds_are_asked_for() throws IOException {
        commands.run("train", moons, "--steps", "4", "--seed", "1", "--metrics", metrics);
        List<JsonNode> one = lines();
        commands.run("train", moons, "--steps", "4", "--seed", "2", "--metrics", metrics);
        assertThat(one).hasSize(4);
        assertThat(one).isNotEqualTo(lines());
        commands.run("train", moons, "--steps", "4", "--seed", "1", "--metrics", metrics);
        assertThat(one).isEqualTo(lines());
    }

    @Test
    void a_step_is_traced() throws IOException {
        assertThat(commands.run("train", moons, "--trace", "5", "--metrics", metrics))
                .isEqualTo(Main.WELL);
        String loss = NumberText.terminal(lines().get(4).get("loss").asDouble());
        assertThat(commands.out())
                .contains("Trace of step 5: 32 samples (", "loss " + loss + ", learning rate 0.03000\n")
                .contains("layer 2, dense, sigmoid\n  z  units × batch, 1 × 32\n", "  dW  units × inputs, 5 × 2\n")
                .contains("  m of W before  units × inputs, 5 × 2\n", "  v of b after  units × 1, 1 × 1\n")
                .contains("  change of W  units × inputs, 1 × 5\n", "  new b  units × 1, 5 × 1\n");
    }

    @Test
    void what_is_wrong_with_a_run_is_said_at_its_end() throws IOException {
        assertThat(commands.run("train", moons)).isEqualTo(Main.WELL);
        assertThat(commands.out()).endsWith(" %.\n");

        String slow = write("slow.md", MOONS.replace("0.03", "0.000001"));
        assertThat(commands.run("train", slow)).isEqualTo(Main.WELL);
        assertThat(commands.out())
                .contains("\n\nA learning rate that is too small: In 60 steps the weights changed by less than ")
                .contains("\n  Try a learning rate that is 10 times larger");
    }

    @Test
    void a_run_that_stops_being_finite_says_where() throws IOException {
        String plane = write(
                "plane.md",
                MOONS.replace("two_moons", "plane")
                        .replace("sigmoid", "linear")
                        .replace("binary_crossentropy", "mean_squared_error")
                        .replace("{adam: {learning_rate: 0.03}}", "{sgd: {learning_rate: 100}}"));
        assertThat(commands.run("train", plane, "--metrics", metrics, "--weights", weights))
                .isEqualTo(Main.FOUND);
        assertThat(commands.err())
                .startsWith("At step ")
                .contains("became infinite or is not a number (NaN)")
                .endsWith("No weights were written.\n");
        assertThat(commands.out())
                .contains("Numbers that became infinite: The ", "A learning rate that is too large: In step ");
        assertThat(Files.readString(Path.of(metrics))).contains("null").doesNotContain("NaN", "Infinity");
        assertThat(Path.of(weights)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.md b.md",
                "no-such-file.md",
                "/dev/null",
                ".",
                "MOONS --cel fit",
                "MOONS --cell",
                "MOONS --cell fti",
                "MOONS --epochs 0",
                "MOONS --epochs 1e9",
                "MOONS --steps 1.5",
                "MOONS --seed -1",
                "MOONS --seed x",
                "MOONS --trace 61",
                "MOONS --epochs 2 --epochs 3",
                "MOONS --metrics /no/such/folder/x.jsonl",
                "MOONS --weights /no/such/folder/x.json",
                "MOONS --weights /proc/x.json",
                "MOONS --metrics /",
                "MOONS \0"
            })
    void misuse_is_one_sentence(String line) {
        String[] args = ("train " + line).replace("MOONS", moons).strip().split(" ");
        assertThat(commands.run(args)).as(line).isEqualTo(Main.MISUSE);
        assertThat(commands.err().lines()).hasSize(1).allSatisfy(said -> assertThat(said)
                .doesNotContain("Exception", "mistake in Stepback"));
        assertThat(commands.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two_moons | two_moon | :6:12: Unknown generator
            dense: {units: 5 | dense: {units: 5000 | :13:20: The number of units
            epochs: 20 | epochs: 20, 3 | :21:9: The number of epochs
            ```train | ```trian | Unknown kind of cell
            --- | ... | must start with a line
            sigmoid | softmax | softmax of 1 unit
            """)
    void a_bad_notebook_is_told_by_line_and_column(String from, String to, String told) throws IOException {
        String bad = write("bad.md", MOONS.replace(from, to));
        assertThat(commands.run("train", bad)).isEqualTo(Main.MISUSE);
        assertThat(commands.err()).startsWith(bad + ":").contains(told);
        assertThat(commands.err().lines()).hasSize(1);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(Path.of(metrics)).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static void assertNear(JsonNode actual, JsonNode expected, double relative) {
        assertThat(actual.asDouble()).isCloseTo(expected.asDouble(), within(relative * Math.abs(expected.asDouble())));
    }

    private static void assertNearAll(JsonNode actual, JsonNode expected, double relative) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < actual.size(); i++) {
            if (actual.get(i).isArray()) {
                assertNearAll(actual.get(i), expected.get(i), relative);
            } else {
                assertNear(actual.get(i), expected.get(i), relative);
            }
        }
    }
}
