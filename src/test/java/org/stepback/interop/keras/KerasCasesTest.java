package org.stepback.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.Source;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.KerasNames;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;

/// What a program says is what the notebook says, or it is refused by line and column.
class KerasCasesTest {
    private static final String DATA = "x = np.array([[0., 1.], [2., 3.]]); y = np.array([1., 0.])\n";
    private static final String NET = "m = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])\n";
    private static final String COMPILE = "m.compile('sgd', 'mse')\n";

    /// Python on one line: statements with semicolons between them.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hidden = 64; hidden = hidden // 4                       | Dense(hidden, input_dim=2)            | dense: {units: 16,
            hidden = 64; hidden //= 4                               | Dense(hidden, input_dim=2)            | dense: {units: 16,
            hidden = [4, 8]; hidden.append(3)                       | Dense(hidden[-1], input_dim=2)        | dense: {units: 3,
            a, b = 4, 5; a, b = b, a                                | Dense(a, input_dim=2)                 | dense: {units: 5,
            n = 7; k = n; n = 1                                     | Dense(k, input_dim=2)                 | dense: {units: 7,
            sizes = {'first': 6}; sizes['first'] += 1               | Dense(sizes['first'], input_dim=2)    | dense: {units: 7,
            usual = {'units': 6, 'size': 1}; own = dict(usual, units=9) | Dense(own['units'] - len(own), input_dim=2) | dense: {units: 7,
            n = 3 if 2 > 1 else 9                                   | Dense(n, input_dim=2)                 | dense: {units: 3,
            n = int(7.9); n = max(n, 2) - len([1, 2])               | Dense(n, input_dim=2)                 | dense: {units: 5,
            f = 'tan' + 'h'                                         | Dense(2, activation=f, input_dim=2)   | activation: tanh
            x = np.zeros((5, 3))                                    | Dense(2, input_dim=x.shape[1])        | dense: {units: 2,
            layer = keras.layers.Dense(4, 'relu', input_dim=2); layer.trainable = False | layer             | activation: relu, trainable: false
            """)
    void a_name_has_the_value_that_it_has_there(String before, String layer, String written) {
        String code = before + "\nm = keras.Sequential([" + layer + ", Dense(1)])\n" + COMPILE;
        assertThat(KerasImport.notebook(code, "x")).contains(written);
        KerasProgramsTest.notebook(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate = 0.1; rate /= 10       | keras.optimizers.SGD(learning_rate=rate)               | sgd: {learning_rate: 0.01}
            rate = 1e-2                  | keras.optimizers.SGD(lr=rate * 5)                      | sgd: {learning_rate: 0.05}
            opt = keras.optimizers.Adam(); opt.learning_rate = 0.1 | opt                          | adam: {learning_rate: 0.1}
            opt = keras.optimizers.SGD(0.5, momentum=0.9); opt.learning_rate *= 0.5 | opt         | sgd: {learning_rate: 0.25, momentum: 0.9}
            decay = 0.5                  | keras.optimizers.SGD(lr=0.1, decay=decay)              | inverse_time_decay: {initial_learning_rate: 0.1, decay_steps: 1, decay_rate: 0.5
            name = 'Ada' + 'max'         | name                                                   | adamax: {learning_rate: 0.001}
            a = dict(learning_rate=0.3)  | keras.optimizers.SGD(a['learning_rate'])               | sgd: {learning_rate: 0.3}
            """)
    void an_optimizer_is_as_it_is_when_it_trains(String before, String optimizer, String written) {
        String code = before + "\n" + NET + "m.compile(loss='mse', optimizer=" + optimizer + ")\n";
        assertThat(KerasImport.notebook(code, "x")).contains(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x /= 4; y = y - 1                                   | 0, 0.25, 0.5, 0.75 | 0, -1
            x = x.T                                             | 0, 2, 1, 3         | 1, 0
            x[0] = 9                                            | 9, 9, 2, 3         | 1, 0
            x = x[::-1].astype(int) + np.array([1, 0])          | 3, 3, 1, 1         | 1, 0
            x = np.vstack([x[1], x[0]]); y = 1 - y              | 2, 3, 0, 1         | 0, 1
            x = np.linspace(0, 3, 4).reshape(2, -1)             | 0, 1, 2, 3         | 1, 0
            z = x; z -= 1                                       | -1, 0, 1, 2        | 1, 0
            x = (x - x.mean(axis=0)) / x.std(axis=0)            | -1, -1, 1, 1       | 1, 0
            x = np.arange(4.0).reshape(2, 2) ** 2               | 0, 1, 4, 9         | 1, 0
            x = np.flip(x)                                      | 3, 2, 1, 0         | 1, 0
            x = np.flip(x, axis=1)                              | 1, 0, 3, 2         | 1, 0
            x = np.flip(x, -2)                                  | 2, 3, 0, 1         | 1, 0
            x = np.stack([x[0], x[1]], axis=-1)                 | 0, 2, 1, 3         | 1, 0
            x = x * x[:, 0].var(ddof=1)                         | 0, 2, 4, 6         | 1, 0
            x = tf.one_hot([0, 0], depth=2)                     | 1, 0, 1, 0         | 1, 0
            x = x.clip(min=1, max=2)                            | 1, 1, 2, 2         | 1, 0
            x = x.astype(dtype='int32', copy=False).flatten().reshape(2, 2) // 2 | 0, 0, 1, 1 | 1, 0
            x = 5 - np.ones((2, 2), dtype=int) // 2             | 5, 5, 5, 5         | 1, 0
            """)
    void data_is_changed_as_numpy_changes_it(String change, String x, String y) {
        TrainingSpec spec = spec(DATA + change + "\n" + NET + COMPILE + "m.fit(x, y)\n");
        Source.Literal data = (Source.Literal) spec.data().source();
        assertThat(data.x().stream().flatMap(row -> row.stream()).toList()).containsExactly(numbers(x));
        assertThat(data.y().stream().flatMap(row -> row.stream()).toList()).containsExactly(numbers(y));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            np.reshape(x, (2, 2), order='F')      | 2:27: “order” of reshape(…) cannot be followed. Write the numbers
            x.reshape(2, 2, order='F')            | 2:21: “order” of reshape(…)
            np.eye(2, k=1)                        | 2:15: “k” of eye(…)
            np.array([0, 1, 2, 3], ndmin=2)       | 2:28: “ndmin” of array(…)
            tf.one_hot([0, 1], 2, on_value=3)     | 2:27: “on_value” of one_hot(…)
            np.transpose(x, (0, 1))               | 2:21: This argument of transpose(…)
            np.multiply(x, x, out=x)              | 2:23: “out” of multiply(…)
            np.mean(x, axis=(0, 1))               | 2:5: The axis must be one number here.
            np.flip(x, axis=2)                    | 2:5: There is no axis 2.
            x.flatten('F').reshape(2, 2)          | 2:15: This argument of flatten(…)
            x.astype(int, casting='safe')         | 2:19: “casting” of astype(…)
            x + np.zeros(0).item()                | 2:9: What “item” makes of the numbers cannot be followed.
            np.concatenate([x, x[0]])             | 2:5: Arrays of the shapes [2, 2] and [2] cannot be joined here.
            x * dict([('a', 5)])['a']             | 2:9: “dict(…)” cannot be followed here. Write its value.
            """)
    void an_argument_of_a_function_of_arrays_is_followed_or_refused(String value, String told) {
        assertRefused(DATA + "x = " + value + "\n" + NET + COMPILE + "m.fit(x, y)\n", told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            w = np.multiply(x, 2, out=x)                  | 2:23: “out” of multiply(…) cannot be followed.
            np.square(y, x)                               | 2:14: This argument of square(…) cannot be followed.
            np.add(np.random.rand(2, 2), 1, out=x)        | 2:33: “out” of add(…) cannot be followed.
            np.exp2(y, out=x)                             | 2:12: What exp2(…) makes of the numbers cannot be followed.
            """)
    void an_array_that_takes_a_result_is_not_what_it_was(String statement, String told) {
        assertRefused(DATA + statement + "\n" + NET + COMPILE + "m.fit(x, y)\n", told);
    }

    private static Double[] numbers(String text) {
        return Arrays.stream(text.split(", ")).map(Double::valueOf).toArray(Double[]::new);
    }

    private static TrainingSpec spec(String code) {
        return TrainingSpec.of(KerasProgramsTest.notebook(code), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            validation_data=(x, y)                                 | 2 | 0
            validation_data=(x.copy(), y)                          | 2 | 0
            validation_data=(x, y), validation_split=0.5           | 2 | 0
            validation_data=(x + 1, y)                             | 2 | 2
            validation_data=([[5., 5.]], [1.])                     | 2 | 1
            validation_split=0.5                                   | 1 | 1
            validation_data=(x, y), callbacks=[EarlyStopping()]    | 2 | 2
            """)
    void validation_is_as_written(String argument, int train, int held) {
        TrainingSpec spec = spec(DATA + NET + COMPILE + "m.fit(x, y, batch_size=1, " + argument + ")\n");
        assertThat(spec.split().train().samples()).isEqualTo(train);
        assertThat(spec.split().validation().samples()).isEqualTo(held);
        assertThat(spec.train().batchSize()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m.compile('adam', 'mae'); m.fit(x, y)             | 5:27: This fit goes on from the weights that the fit in line 4 has trained.
            m.fit(x, y, batch_size=1)                         | 5:1: This fit goes on
            m.optimizer.learning_rate = 0.5; m.fit(x, y)      | 5:34: This fit goes on
            m.fit(x + 1, y)                                   | 5:1: This fit goes on
            for i in range(2): m.fit(x, y, callbacks=[EarlyStopping(monitor='loss')]) | 5:20: This fit goes on
            n = keras.Sequential([m.layers[0]]); n.compile('sgd', 'mse'); n.fit(x, y) | 5:63: Layers of this network were trained in line 4 already.
            """)
    void a_second_phase_is_refused(String second, String told) {
        assertRefused(DATA + NET + COMPILE + "m.fit(x, y)\n" + second, told);
    }

    @Test
    void a_second_fit_of_the_same_kind_adds_its_epochs() {
        TrainingSpec spec = spec(DATA + NET + COMPILE + "m.fit(x, y, epochs=5)\nprint(1)\nm.fit(x, y, epochs=7)\n");
        assertThat(spec.train().epochs()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m.set_weights([np.array([[0.1], [0.4]]), np.array([0.5])])",
                "w = [np.array([[0.1], [0.4]]), np.array([0.5])]; m.set_weights(w)",
                "m.layers[0].set_weights([[[0.1], [0.4]], [0.5]])",
                "k = np.full((2, 1), 0.1); k[1] += 0.3; m.set_weights([k, np.ones(1) / 2])"
            })
    void weights_are_those_of_the_network(String weights) {
        TrainingSpec spec = spec(DATA + NET + weights + "\n" + COMPILE + "m.fit(x, y)\n");
        assertThat(spec.network().kernel(0).data).containsExactly(0.1, 0.4);
        assertThat(spec.network().bias(0).data).containsExactly(0.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m.set_weights([np.zeros((3, 1)), np.zeros(1)])    | 3:16: The kernel of layer 1 has the shape [2, 1], but this array has [3, 1].
            m.set_weights([np.zeros((2, 1))])                 | 3:15: The weights of layer 1 are missing here.
            m.set_weights(np.load('w.npy'))                   | set_weights takes a list of arrays
            m.load_weights('best.h5')                         | 3:1: The weights are in a file. Write them with set_weights
            m.layers[0].kernel_regularizer = 'l2'             | 3:9: “kernel_regularizer” cannot be set here.
            m.optimizer = 'adam'                              | 3:1: The attribute optimizer of a network cannot be set here.
            keras.backend.set_value(m.optimizer.lr, 0.1)      | 3:1: What “set_value” changes cannot be followed. Write learning_rate
            quantize(m)                                       | 3:1: What quantize(…) does with the network cannot be followed.
            np.random.shuffle(x)                              | 3:1: What “shuffle” changes cannot be followed.
            x.sort()                                          | 3:1: What “sort” makes of the numbers cannot be followed.
            x = np.linalg.inv(x)                              | 3:5: What inv(…) makes of the numbers cannot be followed.
            while go(): x = x + 1                             | 3:1: “while” changes x here
            if unknown: m.add(keras.layers.Dense(2))          | 3:1: “if” changes m here
            x = np.array([1, 2]); x /= 2                      | 3:23: NumPy refuses this: the array holds whole numbers.
            """)
    void what_matters_and_is_not_followed_is_refused(String line, String told) {
        assertRefused(DATA + NET + line + "\n" + COMPILE + "m.fit(x, y)\n", told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a text'",
                "import os, sys",
                "print(f'{x}')",
                "plt.plot([v for v in y])",
                "np.random.seed(1)",
                "m.summary()",
                "import pandas as pd; df = pd.read_csv('other.csv')",
                "def helper(a): return a + 1",
                "%matplotlib inline",
                "for i in range(3): print(i, x[0])",
                "class Unused: pass",
                "n = [v * 2 for v in (1, 2)]",
                "assert True",
                "while ask(): print(1)",
                "with open('log.txt') as f: print(f.read())",
                "p = m.predict(x)"
            })
    void what_is_harmless_is_left_out_and_said(String line) {
        String plain = DATA + NET + COMPILE + "m.fit(x, y)\n";
        String notebook = KerasImport.notebook(DATA + NET + line + "\n" + COMPILE + "m.fit(x, y)\n", "x");
        assertThat(notebook.split("\\*\\*Read")[0])
                .isEqualTo(KerasImport.notebook(plain, "x").split("\\*\\*Read")[0]);
        assertThat(notebook).containsPattern("(?s)\\*\\*Left out:.*lines? 3\\b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dense(output_dim=16, input_dim=10, init='uniform')     | units: 16, activation: linear, kernel_initializer: random_uniform
            Dense(16, W_regularizer='l2', input_dim=2)             | kernel_regularizer: {l2: 0.01}
            Dense(16, bias=False, input_dim=2)                     | use_bias: false
            Dense(3, input_dim=2), Dropout(p=0.5)                  | dropout: {rate: 0.5}
            """)
    void old_names_are_read_as_todays(String layer, String written) {
        String code = "m = Sequential([" + layer + ", Dense(1)])\nm.compile('sgd', 'mse')\nm.fit(x, y, nb_epoch=7)\n";
        assertThat(KerasImport.notebook(code, "x")).contains(written, "epochs: 7", "called epochs today (line 3)");
    }

    @ParameterizedTest
    @CsvSource({
        "uniform, random_uniform",
        "normal, random_normal",
        "one, ones",
        "zero, zeros",
        "Zeros, zeros",
        "orthogonal, orthogonal",
        "OrthogonalInitializer, orthogonal",
        "HeNormal, he_normal",
        "lecun_uniform, lecun_uniform",
        "RandomUniform, random_uniform",
        "truncated_normal, truncated_normal",
        "IdentityInitializer, ''"
    })
    void every_alias_of_an_initializer_is_taken(String alias, String name) {
        String code = "m = Sequential([Dense(2, kernel_initializer='" + alias
                + "', input_dim=2)])\nm.compile('sgd', 'mse')\n";
        if (name.isEmpty()) {
            assertRefused(code, "Unknown initializer");
        } else {
            assertThat(spec(code).net().initializer().name()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MSE, mean_squared_error",
        "mape, mean_absolute_percentage_error",
        "MSLE, mean_squared_logarithmic_error",
        "KLD, kl_divergence",
        "kullback_leibler_divergence, kl_divergence",
        "logcosh, log_cosh",
        "BCE, binary_crossentropy",
        "KLDivergence, kl_divergence",
        "MeanAbsoluteError, mean_absolute_error"
    })
    void every_alias_of_a_loss_is_taken(String alias, String name) {
        String code = "m = Sequential([Dense(2, 'softmax', input_dim=2)])\nm.compile('sgd', '" + alias + "')\n";
        assertThat(spec(code).train().loss().name()).isEqualTo(name);
    }

    @Test
    void every_initializer_is_taken_as_a_class_with_a_seed() {
        for (Initializer initializer : Initializer.ALL) {
            String code = "m = Sequential([Dense(2, kernel_initializer=keras.initializers."
                    + KerasNames.className(initializer.name()) + "(seed=1), input_dim=2)])\nm.compile('sgd', 'mse')\n";
            assertThat(spec(code).net().initializer()).isEqualTo(initializer);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dense(1), 'sgd', BinaryCrossentropy(from_logits=True)                           | sigmoid
            Dense(1), 'sgd', BinaryFocalCrossentropy(gamma=3.0, from_logits=True)           | sigmoid
            Dense(3), 'sgd', CategoricalCrossentropy(from_logits=True)                      | softmax
            Dense(3), 'sgd', SparseCategoricalCrossentropy(from_logits=True)                | softmax
            Dense(3, 'relu'), 'sgd', SparseCategoricalCrossentropy(True)                    | softmax
            Dense(3, 'softmax'), 'sgd', SparseCategoricalCrossentropy(from_logits=False)    | softmax
            """)
    void logits_get_their_activation(String rest, String activation) {
        String[] parts = rest.split(", 'sgd', ");
        String code = "m = Sequential([keras.Input((4,)), " + parts[0] + "])\nm.compile('sgd', " + parts[1] + ")\n";
        assertThat(spec(code).net().layers().getLast().activation().name()).isEqualTo(activation);
        assertThat(KerasImport.notebook(code, "x").contains("# " + activation + " joins the last layer"))
                .isEqualTo(!rest.contains("False"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dense(3, kernel_constraint='max_norm')                  | 1:28: The lab has no kernel_constraint for Dense
            Dense(3, foo=None)                                      | 1:28: Unknown argument of Dense "foo"
            Dense(3, bias_initializer='ones')                       | 1:45: Biases of the lab start at zeros
            Dense(3, kernel_initializer=RandomNormal(stddev=1))     | 1:67: The lab has RandomNormal with stddev=0.05 only.
            Dense(3, input_dim=x_train.shape[1])                    | 1:51: The size of this data is not in the code (x_train.shape). Write the number itself
            Dense(3, input_dim=len(columns))                        | 1:38: The size of this data is not in the code (columns).
            Dense(3, input_dim=df.values.shape[1] - 1)              | The size of this data is not in the code
            LeakyReLU()                                             | 1:19: The lab has LeakyReLU with 0.2 only.
            """)
    void an_argument_is_used_or_refused(String layer, String told) {
        assertRefused("m = Sequential(( [" + layer + ", Dense(1)]))\n" + COMPILE, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SGD(0.1, none=5), loss='mse'                                 | 2:20: Unknown argument of SGD "none"
            SGD(0.1, use_ema=True), 'mse'                           | 2:20: The lab has no use_ema for SGD
            SGD(0.1, clipnorm=1, clipvalue=1), 'mse'                | 2:32: There is a second limit of the gradients here.
            loss='mse', loss_weights=[2]                            | 2:23: The lab has no loss_weights for compile
            loss='mse', metrics=['accurcy']                       | Unknown metric "accurcy"
            loss=MeanSquaredError(reduction='sum')                | The lab takes the mean over a batch.
            loss=BinaryCrossentropy(from_logits=True, axis=0)     | The lab has axis=-1 only.
            """)
    void an_argument_of_compile_is_used_or_refused(String settings, String told) {
        assertRefused("m = Sequential([Dense(1, input_dim=2)])\nm.compile(" + settings + ")\n", told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            steps_per_epoch=3                       | 4:13: The lab has no steps_per_epoch for fit
            sample_weight=[1.0]                     | There are 2 samples, but sample_weight has 1 rows.
            callbacks=[EarlyStopping()]             | This callback looks at validation samples, but none are held out.
            validation_freq=2                       | The lab validates after each epoch.
            validation_data=(a, b)                  | The numbers of validation_data are not in the code.
            bacth_size=2                            | Unknown argument of fit "bacth_size"; did you mean "batch_size"?
            """)
    void an_argument_of_fit_is_used_or_refused(String argument, String told) {
        assertRefused(DATA + NET + COMPILE + "m.fit(x, y, " + argument + ")\n", told);
    }

    @Test
    void a_chain_of_calls_is_a_network() {
        TrainingSpec spec = spec("""
                a = keras.Input(shape=(3,))
                h = keras.layers.Dense(8, activation="relu")(a)
                b = keras.layers.Dense(1)(h)
                m = keras.Model(a, b)
                m.compile("sgd", "mse")
                """);
        assertThat(spec.net().layers()).hasSize(2);
        assertThat(((Dense) spec.net().layers().getFirst()).units()).isEqualTo(8);
        assertThat(spec.architecture().inputs()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b = keras.layers.Concatenate()([a, a]); m = keras.Model(a, b)             | 2:5: Only a straight chain of layers can be read
            b = keras.layers.Dense(1)(keras.Input((2,))); m = keras.Model(a, b)       | 2:51: The outputs do not come from these inputs
            d = keras.layers.Dense(3); b = d(d(a)); m = keras.Model(a, b)             | This layer is in the network twice
            m = keras.Model(inputs=a)                                                 | 2:5: Model needs its outputs
            """)
    void other_shapes_of_a_network_are_refused(String line, String told) {
        assertRefused("a = keras.Input(shape=(3,))\n" + line + "\n" + COMPILE, told);
    }

    @Test
    void a_class_of_its_own_is_refused_at_its_line() {
        String code = "import keras\nclass Net(keras.Model):\n    def call(self, x):\n        return x\nm = Net()\n";
        assertRefused(code + COMPILE, "2:1: A class of the code's own, “Net”, cannot be read.");
        assertRefused(code, "2:1: A class of the code's own cannot be read as a network.");
    }

    @Test
    void the_code_cells_of_a_notebook_are_read() {
        String notebook = """
                {"cells": [
                  {"cell_type": "markdown", "source": ["# Title"]},
                  {"cell_type": "code", "source": ["%matplotlib inline\\n", "!pip install keras\\n", "import keras"]},
                  {"cell_type": "code", "source": "%%bash\\nmodel = ("},
                  {"cell_type": "code", "source": "%%time\\nm = keras.Sequential([keras.layers.Dense(LAYER, input_dim=2)])"},
                  {"cell_type": "code", "source": "m.compile('sgd', 'mse')"}
                ], "nbformat": 4}
                """;
        String read = KerasImport.notebook(notebook.replace("LAYER", "3"), "x");
        assertThat(read).contains("units: 3").contains("line 2 of code cell 3; line 1 of code cell 4");
        assertThatThrownBy(() -> KerasImport.notebook(notebook.replace("LAYER", "0"), "x"))
                .isInstanceOfSatisfying(PythonException.class, e -> {
                    assertThat(e.cell()).isEqualTo(3);
                    assertThat(e.line()).isEqualTo(2);
                });
    }

    static List<String> endless() {
        return List.of(
                "x = np.zeros((100000, 100000))",
                "x = [0] * 10 ** 9",
                "x = range(10 ** 12)",
                "a = []; a.append(a); x = np.array(a)",
                "def f(n): return f(n) + f(n)\nx = f(1)",
                "x = np.eye(5000)",
                "x = 1" + "0".repeat(400),
                "x = -" + "-".repeat(3000) + "1",
                "x = a" + ".b".repeat(5000),
                "x = 1" + " + 1".repeat(5000),
                "x = 'ab' * 99999999",
                "a = [1]\nfor i in range(100): a = a + a\nx = a");
    }

    @ParameterizedTest
    @MethodSource("endless")
    void everything_is_bounded(String line) {
        assertThatThrownBy(() -> KerasImport.notebook(line + "\n" + NET + COMPILE + "m.fit(x, [1.0])\n", "x"))
                .isInstanceOf(PythonException.class);
    }

    private static void assertRefused(String code, String told) {
        assertThatThrownBy(() -> KerasImport.notebook(code, "x"))
                .isInstanceOfSatisfying(
                        PythonException.class, e -> assertThat(e.line() + ":" + e.column() + ": " + e.getMessage())
                                .contains(told));
    }
}
