package org.stepback.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.read.NotebookReading;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.KerasNames;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.Callback;
import org.stepback.nn.Monitor;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.nn.regularizer.Regularizer;

class KerasImportTest {
    static final String LESSON = """
            from tensorflow.keras.models import Sequential
            from tensorflow.keras.layers import Dense
            model = Sequential([ Dense(5, activation=‘relu’, input_shape=(2,)), Dense(1, activation=‘sigmoid’) ])
            model.compile(optimizer=‘adam’, loss=‘binary_crossentropy’, metrics=[‘accuracy’])
            model.fit(X_train, y_train, epochs=50, batch_size=32)
            """;

    @TempDir
    private Path folder;

    private TrainingSpec imported(String code) {
        try {
            Path file = Files.writeString(folder.resolve("imported.md"), KerasImport.notebook(code, "code"));
            NotebookReading reading = NotebookReading.of(file);
            assertThat(reading.problems()).isEmpty();
            return TrainingSpec.of(reading.exercise().orElseThrow(), Optional.empty());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_lesson_is_read_though_printed_with_curly_quotes() {
        TrainingSpec spec = imported(LESSON);
        assertThat(spec.architecture().inputs()).isEqualTo(2);
        assertThat(spec.net().layers())
                .containsExactly(new Dense(5, new Activation.Relu()), new Dense(1, new Activation.Sigmoid()));
        assertThat(spec.train().loss()).isEqualTo(new Loss.BinaryCrossentropy());
        assertThat(spec.train().optimizer()).isEqualTo(Optimization.of(new Adam()));
        assertThat(spec.train().epochs()).isEqualTo(50);
        assertThat(spec.train().batchSize()).isEqualTo(32);
        spec.trainer().step();
    }

    @Test
    void the_lesson_is_read_in_other_words() {
        TrainingSpec spec = imported("""
                import keras; import numpy as np
                x = np.random.rand(100, 4)[:, :2] * 3   # not about the network
                for i in range(3):
                    print(i)
                net = keras.Sequential(name="net")
                net.add(keras.Input(shape=(2,)))
                net.add(keras.layers.Dense(
                    units=5,  # hidden
                    kernel_initializer=keras.initializers.HeNormal(),
                ))
                net.add(keras.layers.Activation('tanh'))
                net.add(keras.layers.Dense(1, 'sigmoid', kernel_initializer="he_normal"))
                opt = keras.optimizers.SGD(0.05, momentum=9e-1, nesterov=False, clipnorm=None)
                net.compile(loss=keras.losses.MeanSquaredError(), optimizer=opt, metrics=["accuracy"])
                net.summary()
                history = net.fit(x / 255, x[:, 0] + 1, batch_size=1_0, epochs=3, validation_split=.25,
                                  shuffle=False, verbose=0)
                plt.plot(history.history['loss'])
                """);
        assertThat(spec.net().layers())
                .containsExactly(new Dense(5, new Activation.Tanh()), new Dense(1, new Activation.Sigmoid()));
        assertThat(spec.net().initializer().name()).isEqualTo("he_normal");
        assertThat(spec.train().optimizer()).isEqualTo(new Sgd(.9, false).at(.05));
        assertThat(spec.train().loss()).isEqualTo(new Loss.MeanSquaredError());
        assertThat(spec.train().shuffle()).isFalse();
        assertThat(spec.data().validationSplit()).isEqualTo(.25);
    }

    @ParameterizedTest
    @CsvSource({
        "'Dense(3, \"softmax\", input_dim=4)', categorical_crossentropy, 4, 3",
        "'Dense(10, \"softmax\", input_dim=64)', categorical_crossentropy, 64, 10",
        "'Dense(1, input_dim=1)', mse, 1, 1",
        "'Dense(64, input_dim=64)', mse, 64, 64",
        "'Dense(1, \"sigmoid\")', bce, 2, 1",
        "'Dense(2, \"sigmoid\", input_dim=3)', bce, 3, 2"
    })
    void data_stands_in_that_fits(String layer, String loss, int inputs, int outputs) {
        TrainingSpec spec = imported(model(layer, "loss='" + loss + "'") + "m.fit(x, y, batch_size=512)");
        assertThat(spec.split().train().inputs()).isEqualTo(inputs);
        assertThat(spec.split().train().outputs()).isEqualTo(outputs);
        spec.trainer().step();
    }

    @Test
    void data_that_is_written_out_is_read() {
        String layers = "Dense(2, activation='tanh'), Dense(1, 'sigmoid')";
        TrainingSpec spec = imported("X = np.array([[0, 0], [0, 1], [1, -1.5], [1, 1]])\ny = np.array([0, 1, 1, 0])\n"
                + model(layers, "loss='bce'") + "m.fit(X, y, epochs=3, batch_size=4)");
        assertThat(spec.split().train().x().data).containsExactly(0, 0, 1, 1, 0, 1, -1.5, 1);
        assertThat(spec.split().train().y().data).containsExactly(0, 1, 1, 0);
        spec.trainer().step();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[0, 0], [0, 1]]     | [0, 1, 1]        | 5:20: There are 2 samples, but y has 3 rows.
            [[0, 0], [0]]        | [0, 1]           | 5:7: The rows of this array are not of the same length.
            [[0, 0], [0, q]]     | [0, 1]           | 5:7: array(…) cannot be followed with these arguments.
            [[0, 0], [0, 1]] * 2 | [0, 1]           | 5:20: There are 4 samples, but y has 2 rows.
            [[0, 0], [0, 1]]     | [0, 2]           | 5:20: binary_crossentropy compares probabilities
            [[0, 0], [0, 1]]     | [[0, 1], [1, 0]] | 5:20: The loss binary_crossentropy needs 1 number
            [[[0, 0], [0, 1]]]   | [0, 1]           | 5:7: The array has the shape [1, 2, 2].
            [[1e308 * 10, 0]]    | [0]              | 1:13: The result is not a finite number.
            """)
    void data_that_cannot_be_used_is_told(String x, String y, String told) {
        String code = "x = " + x + "\ny = " + y + "\n" + model("Dense(1, 'sigmoid')", "loss='bce'")
                + "m.fit(np.array(x), np.asarray(y))";
        assertRefused(code, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            load("x")            | load("y")
            np.random.rand(9, 2) | [0] * 9
            pd.read_csv("a")     | [1, 0]
            """)
    void data_that_is_not_in_the_code_is_stood_in_for(String x, String y) {
        String code = "x = " + x + "\ny = " + y + "\n" + model("Dense(1, 'sigmoid')", "loss='bce'")
                + "m.fit(x, np.asarray(y))";
        assertThat(imported(code).split().train().samples()).isEqualTo(400);
        assertThat(KerasImport.notebook(code, "x")).contains("Its data stands in: the numbers of x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SGD(ExponentialDecay(0.1, 1000, 0.5))       | {sgd: {learning_rate: {exponential_decay: {initial_learning_rate: 0.1, decay_steps: 1000, decay_rate: 0.5, staircase: false}}}}
            Adam(PiecewiseConstantDecay([3], [.1, .2])) | {adam: {learning_rate: {piecewise_constant_decay: {boundaries: [3], values: [0.1, 0.2]}}}}
            """)
    void schedules_are_read(String call, String written) {
        String notebook = KerasImport.notebook(model("Dense(1, input_dim=2)", "loss='mse', optimizer=" + call), "x");
        assertThat(notebook).contains("optimizer: " + written + "\n");
    }

    @Test
    void every_layer_is_read_with_its_settings() {
        TrainingSpec spec = imported("""
                m = keras.Sequential([
                    keras.Input((2,)),
                    layers.GaussianNoise(0.1),
                    layers.Dense(4, use_bias=False, kernel_regularizer='l2', kernel_initializer="he_normal"),
                    layers.BatchNormalization(momentum=0.9, epsilon=1e-5, center=True, scale=False),
                    layers.Activation("relu"),
                    layers.Dropout(rate=0.25, seed=3),
                    layers.Dense(3, "tanh", kernel_regularizer=keras.regularizers.L1L2(l1=1e-5, l2=1e-4),
                                 bias_regularizer=regularizers.L1(0.5), trainable=False),
                    layers.LayerNormalization(),
                    layers.Dense(1, "sigmoid"),
                ])
                m.compile("adam", "binary_crossentropy")
                """);
        Optional<Initializer> he = Initializer.named("he_normal");
        Optional<Initializer> usual = Initializer.named("glorot_uniform");
        assertThat(spec.net().layers())
                .containsExactly(
                        new GaussianNoise(.1),
                        new Dense(
                                4,
                                Activation.LINEAR,
                                false,
                                true,
                                Optional.of(new Regularizer.L2(.01)),
                                Optional.empty(),
                                he),
                        new BatchNormalization(.9, 1e-5, true, false, true),
                        new ActivationLayer(new Activation.Relu()),
                        new Dropout(.25),
                        new Dense(
                                3,
                                new Activation.Tanh(),
                                true,
                                false,
                                Optional.of(new Regularizer.L1L2(1e-5, 1e-4)),
                                Optional.of(new Regularizer.L1(.5)),
                                usual),
                        new LayerNormalization(),
                        new Dense(1, new Activation.Sigmoid()).with(usual));
        spec.trainer().step();
    }

    @Test
    void callbacks_are_read_with_their_settings() {
        TrainingSpec spec = imported(model("Dense(1, input_dim=2)", "loss='mse'") + """
                stop = keras.callbacks.EarlyStopping(monitor="loss", patience=3, restore_best_weights=True, verbose=1)
                m.fit(x, y, epochs=9, validation_split=0.2, callbacks=[stop, TerminateOnNaN(), ReduceLROnPlateau(factor=0.5)])
                """);
        Monitor loss = spec.train().callbacks().getFirst().monitor();
        assertThat(loss.name()).isEqualTo("loss");
        assertThat(spec.train().callbacks())
                .containsExactly(
                        new Callback.EarlyStopping(loss, 0, 3, OptionalDouble.empty(), true, 0),
                        new Callback.ReduceLrOnPlateau(Monitor.ALL.getFirst(), 0.5, 10, 1e-4, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "losses.Huber(delta=0.5)                            | linear  | {huber: 0.5}",
                "keras.losses.Huber(2.0, reduction='sum_over_batch_size') | linear | {huber: 2}",
                "BinaryCrossentropy(label_smoothing=0.1)            | sigmoid | {binary_crossentropy: 0.1}",
                "BinaryFocalCrossentropy(gamma=3)                   | sigmoid | {gamma: 3, alpha: 0.25",
                "Huber()                                            | linear  | loss: huber",
            })
    void losses_are_read_with_their_settings(String loss, String output, String written) {
        String code = model("Dense(1, '" + output + "', input_dim=2)", "loss=" + loss);
        assertThat(KerasImport.notebook(code, "tuned")).contains(written);
        imported(code).trainer().step();
    }

    @Test
    void class_weights_are_read_from_a_dictionary() {
        TrainingSpec spec = imported(model("Dense(1, 'sigmoid', input_dim=2)", "loss='binary_crossentropy'") + """
                heavy = 2.5
                counts = {0: 1, 1: heavy,}
                m.fit(x, y, class_weight=counts)
                """);
        assertThat(spec.train().classWeights()).containsExactlyInAnyOrderEntriesOf(Map.of(0, 1.0, 1, 2.5));
        spec.trainer().step();
    }

    @Test
    void every_name_of_the_lab_is_known() {
        for (Activation activation : Activation.ALL) {
            String code =
                    model("Dense(2, activation='" + activation.name() + "', input_dim=2), Dense(1)", "loss='mse'");
            if (activation instanceof Activation.Elementwise) {
                assertThat(imported(code).net().layers().getFirst().activation())
                        .isEqualTo(activation);
            }
        }
        for (Optimizer optimizer : Optimizer.ALL) {
            String call = "optimizer=" + KerasNames.className(optimizer.name()) + "(learning_rate=0.25)";
            TrainingSpec spec = imported(model("Dense(1, input_dim=2)", "loss='mse', " + call));
            assertThat(spec.train().optimizer()).isEqualTo(optimizer.at(.25));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dense(5, activation='rellu')  | 1:37: Unknown activation "rellu"; did you mean "relu"?
            Dropout(1.5)                  | 1:25: rate must be at least 0 and below 1, but it is 1.5.
            Dropout()                     | 1:17: Dropout needs its rate.
            Dropout(0.5)                  | 1:5: The last layer is dropout, which makes no predictions of its own.
            BatchNormalization(axis=1)    | 1:41: The lab has axis as Keras has it by itself only.
            Flatten()                     | 1:17: The lab cannot do the layer Flatten yet. Leave it out
            Droput(0.5)                   | 1:17: Unknown layer "Droput"; did you mean "Dropout"?
            Dense(5, kernel_regularizer='l3')    | 1:45: Unknown regularizer "l3"
            Dense(5, kernel_regularizer=L2(-1))  | 1:48: l2 must be at least 0 and at most 1,000, but it is -1.
            Dense(5, use_bias=1)          | 1:35: use_bias must be True or False
            Dens(5)                       | 1:17: Unknown layer "Dens"; did you mean "Dense"?
            Dense()                       | 1:17: Dense needs its number of units
            Dense(5.5)                    | 1:23: units must be a whole number from 1 to 512
            Dense(1e9)                    | 1:23: units must be a whole number
            Dense('5')                    | 1:23: units must be a whole number from 1 to 512, not the text "5".
            Dense(n)                      | 1:23: units must be a whole number from 1 to 512, not the name n.
            Dense(5, unit=3)              | 1:26: Unknown argument of Dense "unit"; did you mean "units"?
            Dense(5, input_shape=(28,28)) | 1:38: The number of inputs must be a whole number
            Dense(5, input_dim=784)       | 1:36: The number of inputs must be a whole number from 1 to 64
            Dense(5, f'relu')             | 1:26: Write the text without “f”
            5                             | 1:17: Here must be a layer
            Dense(5, 'softmax'), Dense(1) | 1:5: Layer 1 is hidden, but its activation is softmax
            Dense(5)(x)                   | 1:17: Only a straight chain of layers can be read
            """)
    void a_bad_layer_is_told_by_line_and_column(String layer, String told) {
        assertRefused(model(layer, "loss='mse'"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            optimizer='adamm', loss='mse'                  | 2:21: Unknown optimizer "adamm"; did you mean "adam"?
            optimizer=Adam(learning_rate=-1), loss='mse'   | 2:40: learning_rate must be a finite number above 0, but it is -1.0.
            optimizer=Adam(learningrate=1), loss='mse'     | 2:26: Unknown argument of Adam "learningrate"; did you mean "learning_rate"?
            optimizer=SGD(CosineDecay(0.1)), loss='mse'    | 2:25: CosineDecay needs its decay_steps.
            optimizer=SGD(CosineDecai(0.1)), loss='mse'    | 2:25: Unknown schedule "CosineDecai"; did you mean "cosine_decay"?
            optimizer=SGD(CosineDecay(0.1, 0)), loss='mse' | 2:42: decay_steps must be at least 1
            optimizer=SGD(CosineDecay(0.1, 'x')), loss='mse' | 2:42: decay_steps must be a number, not the text "x".
            optimizer=SGD(CosineDecay(0.1, True)), loss='mse' | 2:42: decay_steps must be a number, not True.
            optimizer=SGD(PiecewiseConstantDecay(1, [1])), loss='mse' | 2:48: boundaries must be a list of numbers
            optimizer=SGD(InverseTimeDecay(1, 1, 1, 1)), loss='mse' | 2:51: staircase must be True or False
            optimizer='adam'                               | 2:1: compile needs a loss
            loss='mean_square_error'                       | 2:16: Unknown loss "mean_square_error"; did you mean "mean_squared_error"?
            loss=BinaryCrossentropy(from_logit=True)       | 2:35: Unknown argument of BinaryCrossentropy
            loss='bce'                                     | 2:16: binary_crossentropy reads each output as a probability
            """)
    void bad_settings_are_told_by_line_and_column(String settings, String told) {
        assertRefused(model("Dense(1, input_dim=2)", settings), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                            | 1:1: There is no Sequential network
            m = Sequential([Dense(1)])                    | 1:5: The network is never compiled above this.
            m = Sequential()                              | 1:5: The network has no layers.
            m = Sequential([Dense(1)                      | The code ends here
            m = Sequential([Dense(1, 'relu)])             | 1:26: The text that opens here with ' is never closed.
            'for i in values: m = Sequential()'           | 1:1: A network within “for” cannot be read.
            m = Sequential([Dense(1)]); m.fti(x, y)       | 1:29: Unknown method "fti"; did you mean "fit"?
            m = Sequential([Dense(1)]); m.fit(epochs=0)   | 1:42: epochs must be a whole number from 1 to 10000
            m = Sequential([Dense(1)]); m.fit(callbacks=[LearningRateScheduler('a')]) | 1:46: Unknown callback "LearningRateScheduler"
            m = Sequential([Dense(1)]); m.fit(callbacks=[EarlyStopping(patience=-1)]) | 1:69: patience must be at least 0
            m = Sequential([Dense(1)]); m.fit(class_weight=[1, 2]) | 1:48: class_weight must be a dictionary such as {0: 1.0, 1: 3.0}, not a list
            m = Sequential([Dense(1)]); m.fit(class_weight={0.5: 2}) | 1:49: A class must be a whole number from 0 to 63, not the number 0.5
            m = Sequential([Dense(1)]); m.fit(class_weight={1: -2}) | 1:52: A class weight must be at least 0 and at most 1,000,000, not the number -2
            m = Sequential([Dense(1)]); m.fit(class_weight={1, 2}) | 1:50: “,” cannot be read here
            m = Sequential([Dense(1)]); m.fit(validation_split=2) | 1:52: validation_split must be a number
            """)
    void bad_code_is_told_by_line_and_column(String code, String told) {
        assertRefused(code, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "f("})
    void deep_brackets_and_long_code_are_refused(String open) {
        assertThatThrownBy(() -> KerasImport.notebook("m = Sequential(" + open.repeat(50_000), "x"))
                .isInstanceOf(PythonException.class);
        assertThatThrownBy(() -> KerasImport.notebook("x = 1\n".repeat(100_000), "x"))
                .isInstanceOf(PythonException.class);
    }

    @Test
    void damaged_code_is_refused_with_a_sentence_or_read() {
        SplittableRandom random = new SplittableRandom(1);
        String letters = "()[]{}'\"‘”,.=+-*\\\n #0195eEadm_;:!\uD83D\uDE00é";
        for (int round = 0; round < 3000; round++) {
            StringBuilder code = new StringBuilder(LESSON);
            for (int edit = 0; edit < 1 + round % 6; edit++) {
                int at = random.nextInt(code.length());
                code.replace(
                        at,
                        Math.min(code.length(), at + random.nextInt(4)),
                        String.valueOf(letters.charAt(random.nextInt(letters.length()))));
            }
            try {
                KerasImport.notebook(code.toString(), "x");
            } catch (PythonException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static String model(String layers, String settings) {
        return "m = Sequential([" + layers + "])\nm.compile(" + settings + ")\n";
    }

    private static void assertRefused(String code, String told) {
        assertThatThrownBy(() -> KerasImport.notebook(code, "x")).isInstanceOfSatisfying(PythonException.class, e -> {
            assertThat(e.line() + ":" + e.column() + ": " + e.getMessage()).contains(told);
        });
    }
}
