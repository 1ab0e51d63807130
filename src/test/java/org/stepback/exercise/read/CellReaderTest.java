package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.stepback.exercise.read.Lab.said;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.data.Generator;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Source;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.loss.NumberLoss;
import org.stepback.nn.optimizer.Sgd;

class CellReaderTest {
    private final Exercise rates = Lab.exercise("rates");
    private final Exercise open = Lab.open("rates");

    @Test
    void without_edits_the_notebook_is_the_authors() {
        Resolved resolved = Lab.resolve(rates);
        assertThat(resolved.cells()).isEqualTo(rates.cells());
        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.answers()).isEmpty();
    }

    @Test
    void edits_change_what_they_name() {
        Resolved resolved = Lab.resolve(
                open,
                new Edit("fit", "optimizer", "{\"sgd\":{\"learning_rate\":0.5,\"momentum\":0.9}}"),
                new Edit("fit", "epochs", "7"),
                new Edit(
                        "net",
                        "layers",
                        "[{\"dense\":{\"units\":3,\"activation\":\"tanh\"}},{\"dense\":{\"units\":1,\"activation\":\"sigmoid\"}}]"),
                new Edit("moons", "generator", "\"spiral\""));
        Cell.Train fit = (Cell.Train) resolved.cell("fit").orElseThrow();
        assertThat(fit.optimizer()).isEqualTo(new Sgd(.9, false).at(.5));
        assertThat(fit.epochs()).isEqualTo(7);
        assertThat(fit.batchSize()).isEqualTo(32);
        assertThat(((Cell.Net) resolved.cell("net").orElseThrow()).layers().getFirst())
                .isEqualTo(new Dense(3, new Activation.Tanh()));
        Cell.Data moons = (Cell.Data) resolved.cell("moons").orElseThrow();
        assertThat(moons.source()).isEqualTo(new Source.Generated(Generator.SPIRAL, 400, .15, 7));
        assertThat(moons.title()).isEqualTo("Two moons");
        assertThat(resolved.problems()).isEmpty();
    }

    @Test
    void of_two_edits_of_a_field_the_later_counts() {
        Resolved resolved = Lab.resolve(open, new Edit("fit", "epochs", "7"), new Edit("fit", "epochs", "8"));
        assertThat(((Cell.Train) resolved.cell("fit").orElseThrow()).epochs()).isEqualTo(8);
    }

    @Test
    void a_cell_that_cannot_be_read_keeps_the_authors_version() {
        Resolved resolved = Lab.resolve(
                open,
                new Edit("fit", "epochs", "7"),
                new Edit("fit", "optimizer", "{\"adam\":{\"learning_rate\":\"1,001\"}}"),
                new Edit("net", "seed", "5"));
        assertThat(resolved.cell("fit")).isEqualTo(open.cell("fit"));
        assertThat(((Cell.Net) resolved.cell("net").orElseThrow()).seed()).isEqualTo(5);
        assertThat(resolved.problems())
                .isEqualTo(Map.of(
                        "fit",
                        List.of(new FieldProblem(
                                "optimizer",
                                "optimizer.adam.learning_rate",
                                "The learning rate must be a number above 0, such as 0.01. \"1,001\" cannot be read."
                                        + " This can be read in two ways. Write 1.001 or 1001.",
                                Optional.empty()))));
    }

    @Test
    void a_loss_may_have_settings() {
        assertThat(loss("\"huber\"")).isEqualTo(new NumberLoss.Huber(1));
        assertThat(loss("{\"huber\":2}")).isEqualTo(new NumberLoss.Huber(2));
        assertThat(loss("{\"huber\":{\"delta\":0.5}}")).isEqualTo(new NumberLoss.Huber(0.5));
        assertThat(loss("{\"huber\":{}}")).isEqualTo(new NumberLoss.Huber(1));
        assertThat(said("fit", "loss", "{\"huber\":{\"delta\":0}}"))
                .singleElement()
                .asString()
                .contains("too small");
        assertThat(said("fit", "loss", "{\"huber\":{\"size\":1}}"))
                .singleElement()
                .asString()
                .contains("size");
        assertThat(said("fit", "loss", "{\"hubris\":1}"))
                .singleElement()
                .asString()
                .contains("huber");
        assertThat(said("fit", "loss", "{\"binary_crossentropy\":{\"label_smoothing\":1}}"))
                .singleElement()
                .asString()
                .contains("too large");
    }

    private Loss loss(String json) {
        Resolved resolved = Lab.resolve(open, new Edit("fit", "loss", json));
        return ((Cell.Train) resolved.cell("fit").orElseThrow()).loss();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308", "1001", "1000.5"})
    void a_learning_rate_that_is_too_large_is_told_the_most(String json) {
        assertThat(said("fit", "optimizer", "{\"adam\":{\"learning_rate\":" + json + "}}"))
                .containsExactly("The learning rate must be a number above 0 and at most 1,000, such as 0.01. \"" + json
                        + "\" is too large.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"\"     | It is empty.",
                "null     | It is empty.",
                "-0.1     | \"-0.1\" is too small.",
                "0        | \"0\" is too small.",
                "\"NaN\"  | \"NaN\" is not a finite number.",
                "\"1e999\"| \"1e999\" is too large for a computer's number.",
                "\"1,001\" | \"1,001\" cannot be read. This can be read in two ways. Write 1.001 or 1001.",
                "\"1/0\"  | \"1/0\" cannot be read. No number can be divided by 0.",
                "\"½\"    | \"½\" cannot be read. “½” (vulgar fraction one half, U+00BD) belongs to no number. Write one number, such as 0.25 or 1e-3.",
                "\"fast\" | \"fast\" is not a number.",
                "[1]      | Here is a list.",
                "true     | \"true\" is not a number.",
            })
    void a_learning_rate_is_a_number_above_zero(String json, String found) {
        assertThat(said("fit", "optimizer", "{\"adam\":{\"learning_rate\":" + json + "}}"))
                .containsExactly("The learning rate must be a number above 0, such as 0.01. " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0,01", "1/100", "０．０１", "1e\u20132", "\u200b0.01 ", "1 / 100"})
    void a_number_is_taken_as_people_type_it(String typed) {
        assertThat(said("fit", "optimizer", "{\"adam\":{\"learning_rate\":\"" + typed + "\"}}"))
                .isEmpty();
    }

    @Test
    void units_and_layers_are_bounded() {
        assertThat(said("net", "layers", "[{\"dense\":{\"units\":0,\"activation\":\"sigmoid\"}}]"))
                .containsExactly(
                        "The number of units of layer 1 must be a whole number from 1 to 512, such as 8. \"0\" is too"
                                + " small.");
        assertThat(said("net", "layers", "[{\"dense\":{\"units\":10000,\"activation\":\"sigmoid\"}}]"))
                .containsExactly(
                        "The number of units of layer 1 must be a whole number from 1 to 512, such as 8. \"10000\" is"
                                + " too large.");
        assertThat(said("net", "layers", Lab.list(50, "{\"dense\":{\"units\":1,\"activation\":\"relu\"}}")))
                .containsExactly("\"layers\" must be a list of 1 to 20 entries. It has 50.");
        assertThat(said("net", "layers", "[]"))
                .containsExactly("\"layers\" must be a list of 1 to 20 entries. It has 0.");
        assertThat(said("net", "layers", "[{\"dense\":{\"units\":1,\"activation\":\"rellu\"}}]"))
                .containsExactly("Unknown activation \"rellu\"; did you mean \"relu\"? Known: "
                        + Activation.ALL.stream().map(Activation::name).collect(Collectors.joining(", ")) + ".");
    }

    @Test
    void batches_and_epochs_are_bounded() {
        assertThat(said("fit", "batch_size", "0"))
                .containsExactly(
                        "The batch size must be a whole number from 1 to 4096, such as 32. \"0\" is too small.");
        assertThat(said("fit", "batch_size", "321"))
                .containsExactly(
                        "A batch of 321 is larger than the data: of the 400 samples of \"moons\", 320 train and 80"
                                + " validate. Make the batch size 320 or less.");
        assertThat(said("fit", "batch_size", "320")).isEmpty();
        assertThat(said("fit", "epochs", "1e12"))
                .containsExactly(
                        "The number of epochs must be a whole number from 1 to 10000, such as 40. \"1e12\" is too large.");
        assertThat(said("fit", "seed", "9007199254740993"))
                .containsExactly("The seed must be a whole number from 0 to 9007199254740991, such as 7."
                        + " \"9007199254740993\" is too large.");
    }

    @Test
    void an_output_must_fit_the_loss_and_the_data() {
        assertThat(said("net", "layers", "[{\"dense\":{\"units\":1,\"activation\":\"linear\"}}]"))
                .containsExactly("binary_crossentropy reads each output as a probability between 0 and 1, but the last"
                        + " layer's activation, linear, can leave that range. Change it to sigmoid, or use"
                        + " mean_squared_error.");
        assertThat(said("net", "layers", "[{\"dense\":{\"units\":3,\"activation\":\"sigmoid\"}}]"))
                .as("two trainings use the network, and it is said once")
                .containsExactly(
                        "The last layer has 3 units, but \"moons\" has 1 output to predict. Give the last layer 1"
                                + " unit.");
        assertThat(said("net", "layers", "[{\"dense\":{\"units\":2,\"activation\":\"softmax\"}}]"))
                .containsExactly(
                        "binary_crossentropy needs a target for each of the 2 outputs, but the data has class numbers in"
                                + " one column. Give the last layer 1 unit, or use sparse_categorical_crossentropy.",
                        "mean_squared_error needs a target for each of the 2 outputs, but the data has class numbers in"
                                + " one column. Give the last layer 1 unit, or use sparse_categorical_crossentropy.");
        assertThat(said("fit", "loss", "\"categorical_crossentropy\""))
                .containsExactly(
                        "categorical_crossentropy compares the probabilities of two or more classes, but the network"
                                + " has 1 output. Give the last layer one unit for each class, with softmax, or use"
                                + " binary_crossentropy.");
        assertThat(said("fit", "loss", "\"hinge\""))
                .containsExactly("hinge reads the sign of each output, but the last layer's activation, sigmoid, never"
                        + " goes below 0. Change it to tanh or linear, or use binary_crossentropy.");
        assertThat(said("fit", "loss", "\"mean_absolute_percentage_error\""))
                .containsExactly("mean_absolute_percentage_error divides by the target, but a target is 0. Use"
                        + " mean_absolute_error.");
        assertThat(said("moons", "generator", "\"plane\""))
                .containsExactly("binary_crossentropy compares classes, but the targets are plain numbers. Use"
                        + " mean_squared_error.");
        assertThat(said("fit", "data", "\"flowers\""))
                .containsExactly(
                        "The network \"net\" takes 2 inputs, but \"flowers\" has 4 features. Train it with data of 2"
                                + " features.",
                        "The last layer has 1 unit, but \"flowers\" has 3 outputs to predict. Give the last layer 3 units.");
    }

    @Test
    void a_misfit_is_told_where_it_can_be_mended_and_the_cell_is_the_students() {
        Resolved resolved =
                Lab.resolve(open, new Edit("net", "layers", "[{\"dense\":{\"units\":3,\"activation\":\"sigmoid\"}}]"));
        assertThat(((Cell.Net) resolved.cell("net").orElseThrow()).layers()).hasSize(1);
        assertThat(resolved.problems("net"))
                .extracting(FieldProblem::field, FieldProblem::path)
                .containsExactly(tuple("layers", "layers[0].units"));
        Cell.Train fit = (Cell.Train) resolved.cell("fit").orElseThrow();
        assertThat(resolved.problems("fit")).isEmpty();
        assertThat(resolved.obstacles(fit)).hasSize(1);
    }

    @Test
    void a_locked_field_or_an_unknown_one_is_refused() {
        assertThat(refusal("fit", "epochs", "5")).isEmpty();
        assertThat(refusal("fit", "loss", "\"mean_squared_error\""))
                .isEqualTo("The author has locked \"loss\" of \"fit\".");
        assertThat(refusal("fit", "learning_rate", "1"))
                .isEqualTo(Vocabulary.filled("Unknown field \"learning_rate\". Known: {fields of train}."));
        assertThat(refusal("fitt", "epochs", "5"))
                .isEqualTo(
                        "Unknown cell \"fitt\"; did you mean \"fit\"? Known: moons, towns, flowers, net, fit, plain.");
        assertThat(refusal("moons", "x", "[]"))
                .isEqualTo("Unknown field \"x\". Known: generator, samples, noise, seed, validation_split.");
        assertThat(refusal("moons", "title", "\"T\"")).startsWith("Unknown field \"title\".");
    }

    @Test
    void a_value_that_is_too_long_or_no_json_is_refused() {
        assertThat(refusal("fit", "epochs", "\"" + "9".repeat(4095) + "\""))
                .isEqualTo("This is too long: a field holds at most 4096 characters.");
        assertThat(refusal("fit", "epochs", "\"" + "9".repeat(4000) + "\"")).isEmpty();
        assertThat(refusal("fit", "epochs", "{")).isEqualTo("This value could not be read. Type it again.");
        assertThat(refusal("fit", "epochs", "[".repeat(1000) + "]".repeat(1000)))
                .isEqualTo("Values can stand at most 20 levels deep within each other.");
        assertThat(refusal("fit", "epochs", "")).isEmpty();
    }

    @Test
    void a_refused_edit_changes_nothing() {
        Resolved resolved = Lab.resolve(
                rates,
                new Edit("fit", "loss", "\"mean_squared_error\""),
                new Edit("nothing", "loss", "1"),
                new Edit("fit", "nothing", "1"),
                new Edit("fit", "epochs", "[" + "1,".repeat(4096) + "1]"));
        assertThat(resolved).isEqualTo(Lab.resolve(rates));
    }

    @Test
    void answers_are_kept_as_typed() {
        Exercise byHand = Lab.exercise("by-hand");
        Resolved resolved =
                Lab.resolve(byHand, new Edit("z2", "answer", "\" 0,5 \""), new Edit("meaning", "answer", "\"  \""));
        assertThat(resolved.answers()).isEqualTo(Map.of("z2", " 0,5 "));
        assertThat(resolved.answer("meaning")).isEmpty();
        assertThat(resolved.problems()).isEmpty();
        assertThat(Lab.resolve(byHand, new Edit("z2", "answer", "[1]")).answers())
                .isEmpty();
        assertThat(Lab.resolve(byHand, new Edit("z2", "answer", "1.5")).answer("z2"))
                .contains("1.5");
    }

    @Test
    void fields_are_in_the_form_of_the_file() {
        Cell fit = rates.cell("fit").orElseThrow();
        assertThat(CellReader.fields(fit)).isEqualTo(TrainReader.FIELDS);
        assertThat(CellReader.field(fit, "optimizer").toString())
                .isEqualTo("{\"adam\":{\"learning_rate\":1.0E-5,\"beta_1\":0.9,\"beta_2\":0.999,\"epsilon\":1.0E-7,"
                        + "\"amsgrad\":false,\"weight_decay\":0.0}}");
        assertThat(CellReader.field(Lab.exercise("by-hand").cell("net").orElseThrow(), "weights")
                        .toString())
                .isEqualTo("[{\"kernel\":[[0.1,0.2],[0.3,0.4]],\"bias\":[0.0,0.5]},{\"kernel\":[[1.0],[-1.0]],"
                        + "\"bias\":[0.25]}]");
        assertThat(CellReader.field(rates.cell("towns").orElseThrow(), "file").asString())
                .isEqualTo("towns.csv");
        assertThatIllegalArgumentException().isThrownBy(() -> CellReader.field(fit, "lost"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"adamw": {}}                                     | 0 | 0.001 | {"adamw":{"learning_rate":0.001,"beta_1":0.9,"beta_2":0.999,"epsilon":1.0E-7,"amsgrad":false,"weight_decay":0.004}}
            {"sgd": {"nesterov": true, "clipvalue": 0.5}}     | 0 | 0.01  | {"sgd":{"learning_rate":0.01,"momentum":0.0,"nesterov":true,"weight_decay":0.0,"clipvalue":0.5}}
            {"adagrad": {"global_clipnorm": 2}}               | 0 | 0.001 | {"adagrad":{"learning_rate":0.001,"initial_accumulator_value":0.1,"epsilon":1.0E-7,"weight_decay":0.0,"global_clipnorm":2.0}}
            {"lion": {"learning_rate": {"exponential_decay": {"initial_learning_rate": 0.1, "decay_steps": 100, "decay_rate": 0.9}}}} | 200 | 0.081 | {"lion":{"learning_rate":{"exponential_decay":{"initial_learning_rate":0.1,"decay_steps":100,"decay_rate":0.9,"staircase":false}},"beta_1":0.9,"beta_2":0.99,"weight_decay":0.0}}
            {"lion": {"learning_rate": {"piecewise_constant_decay": {"boundaries": [10], "values": [0.1, 0.01]}}}} | 11 | 0.01 | {"lion":{"learning_rate":{"piecewise_constant_decay":{"boundaries":[10.0],"values":[0.1,0.01]}},"beta_1":0.9,"beta_2":0.99,"weight_decay":0.0}}
            {"lion": {"learning_rate": {"cosine_decay": {"initial_learning_rate": 0, "decay_steps": 10, "warmup_target": 0.1, "warmup_steps": 5}}}} | 5 | 0.1 | {"lion":{"learning_rate":{"cosine_decay":{"initial_learning_rate":0.0,"decay_steps":10,"alpha":0.0,"warmup_target":0.1,"warmup_steps":5}},"beta_1":0.9,"beta_2":0.99,"weight_decay":0.0}}
            {"lion": {"learning_rate": {"cosine_decay": {"initial_learning_rate": 0.2, "decay_steps": 10, "warmup_target": ""}}}} | 5 | 0.1 | {"lion":{"learning_rate":{"cosine_decay":{"initial_learning_rate":0.2,"decay_steps":10,"alpha":0.0,"warmup_target":null,"warmup_steps":0}},"beta_1":0.9,"beta_2":0.99,"weight_decay":0.0}}
            """)
    void an_optimizer_is_written_with_all_its_settings(String edit, long step, double rate, String written) {
        Resolved resolved = Lab.resolve(rates, new Edit("fit", "optimizer", edit));
        assertThat(resolved.problems()).isEmpty();
        Cell.Train fit = (Cell.Train) resolved.cell("fit").orElseThrow();
        assertThat(fit.optimizer().schedule().rate(step)).isCloseTo(rate, within(1e-15));
        assertThat(CellReader.field(fit, "optimizer").toString()).isEqualTo(written);
    }

    @Test
    void every_field_can_be_read_back() {
        for (Exercise exercise : Lab.exercises()) {
            for (Cell cell : exercise.cells()) {
                assertThat(CellReader.fields(cell))
                        .containsExactlyElementsOf(CellJson.fields(cell).keySet());
                CellReader.fields(cell).forEach(field -> assertThat(CellReader.field(cell, field))
                        .isNotNull());
            }
        }
    }

    private String refusal(String cell, String field, String json) {
        return CellReader.refusal(rates, new Edit(cell, field, json)).orElse("");
    }
}
