package org.stepback.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stepback.interop.python.PythonException;

/// Functions, methods and indices put together at random, with arguments that do not fit: each program gives a notebook
/// or a sentence with its place.
class KerasExpressionFuzzTest {
    /// `-Dkeras.mutations=10000` runs the long form, as of the mutated programs.
    private static final int PROGRAMS = Integer.getInteger("keras.mutations", 2000);

    private static final String[] FUNCTIONS = """
            np.array np.copy np.zeros np.ones np.full np.eye np.identity np.linspace np.arange np.zeros_like np.ones_like
            to_categorical tf.one_hot np.reshape np.transpose np.expand_dims np.squeeze np.ravel np.flip np.concatenate
            np.stack np.vstack np.hstack np.column_stack np.where np.clip np.round np.log np.maximum np.logical_and
            np.add np.matmul np.mod np.power np.sum np.mean np.min np.std np.argmax np.prod np.tile np.random.rand
            np.random.randint np.random.normal len range list tuple dict int float str zip enumerate reversed max min
            tf.constant keras.layers.Dense keras.Input keras.Sequential np.random.shuffle own""".split("\\s+");
    private static final String[] MEMBERS = """
            T shape ndim size dtype mean() sum(0) item() item(0) tolist() copy() flatten() reshape(-1) reshape(2,-1)
            reshape() reshape(0,-1) astype(int) astype() transpose() transpose(1) max(axis=1) std(0,ddof=1) squeeze()
            append(1) extend([1]) keys() get('a') fit() compile() add(1) layers weights clip(0,1) round(2) argmax(-1)
            pop() pop(9) insert(0,1) sort() fill(0) numpy() set_weights([]) trainable""".split("\\s+");
    private static final String[] ATOMS = """
            a x y z l d m own 0 1 2 -1 3.5 1e308 99999 True None [] () {} '' 'a' 'int' [1] [1,2] [[1,2],[3,4]]
            [[1],[2,3]] (2,2) (0,) (0,2) (2,3,4) np.pi np.nan np.newaxis int np.float32 ... np""".split("\\s+");
    private static final String[] SIGNS = "+ - * / // % ** @ == < and or in is & |".split(" ");
    private static final String[] KEYWORDS =
            "axis=0 axis=-1 axis=None axis=9 dtype=int shape=(2,2) num=-1 keepdims=True depth=3 ddof=5 step=0 order='F'"
                    .split(" ");
    private static final String[] INDICES =
            "0 -1 5 : ::-1 ::0 1: :,0 ...,0 None 0,0 'a' [0,1] x>1 :,None 1:0 0:9:2 True".split(" ");
    private static final String BEFORE = """
            x = np.array([[1, 2], [3, 4]])
            y = np.array([0., 1.])
            a = x / 2
            z = np.zeros((0, 2))
            l = [1, 2]
            d = {'a': 1}
            def own(v, w=2):
                return v
            m = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
            """;

    private final SplittableRandom random = new SplittableRandom(20_261_201);

    @Test
    void a_program_of_random_expressions_gives_a_notebook_or_a_sentence() {
        int notebooks = 0;
        for (int round = 0; round < PROGRAMS; round++) {
            String code = BEFORE + statement() + "\n" + statement() + "\nm.compile('sgd', 'mse')\nm.fit(x, y)\n";
            try {
                assertThat(KerasImport.notebook(code, "random")).contains("```train fit");
                notebooks++;
            } catch (PythonException told) {
                assertThat(told.getMessage()).isNotBlank();
                assertThat(told.line()).isPositive();
            } catch (RuntimeException | StackOverflowError crash) {
                fail("crash in round " + round + ":\n" + code, crash);
            }
        }
        assertThat(notebooks).isBetween(PROGRAMS / 10, PROGRAMS * 9 / 10);
    }

    private String statement() {
        return switch (random.nextInt(7)) {
            case 0 -> "x[" + one(INDICES) + "] = " + expression(2);
            case 1 -> "x " + one("+ - * / // % ** @".split(" ")) + "= " + expression(2);
            case 2 -> "p, q = " + expression(2);
            case 3 -> "for v in " + expression(2) + ":\n    z = " + expression(1);
            case 4 -> "l[" + one(INDICES) + "] = d[" + one(INDICES) + "] = " + expression(1);
            case 5 -> "if " + expression(2) + ":\n    y = " + expression(2);
            default -> one("x", "y", "z") + " = " + expression(3);
        };
    }

    private String expression(int depth) {
        if (depth == 0) {
            return one(ATOMS);
        }
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> call(depth);
            case 3 -> "(" + expression(depth - 1) + ")." + one(MEMBERS);
            case 4 -> "(" + expression(depth - 1) + " " + one(SIGNS) + " " + expression(depth - 1) + ")";
            case 5 -> "(" + expression(depth - 1) + ")[" + one(INDICES) + "]";
            case 6 -> "[" + expression(depth - 1) + ", " + expression(depth - 1) + "]";
            default -> one("-", "not ") + expression(depth - 1);
        };
    }

    private String call(int depth) {
        StringBuilder call = new StringBuilder(one(FUNCTIONS)).append('(');
        for (int i = random.nextInt(4); i > 0; i--) {
            call.append(random.nextInt(4) == 0 ? one(KEYWORDS) : expression(depth - 1))
                    .append(", ");
        }
        return call.append(')').toString();
    }

    private String one(String... all) {
        return all[random.nextInt(all.length)];
    }
}
