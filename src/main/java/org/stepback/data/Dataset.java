package org.stepback.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/// The samples that a network learns from, one column a sample.
///
/// The matrices belong to the dataset: whoever reads them must not write into them.
///
/// @param x features × samples
/// @param y outputs × samples: one row of 0 and 1 for two classes, one-hot columns for more, other columns of 0 and
/// 1 for several answers of yes and no, plain numbers for a regression
/// @param features a name for each row of `x`
/// @param classes the names of the classes, class 0 first; empty for several labels and for a regression
/// @param multiLabel whether each output is an answer of yes or no of its own, a label that a sample has or has not
/// @param weights 1 × samples, how much each counts, in training and in validation, or no column at all where all count
/// alike
/// @throws IllegalArgumentException if shapes do not fit, a limit is passed, or a number is not finite
public record Dataset(
        DMatrixRMaj x,
        DMatrixRMaj y,
        List<String> features,
        List<String> classes,
        boolean multiLabel,
        DMatrixRMaj weights) {
    public static final int MAX_SAMPLES = 20_000;
    public static final int MAX_INPUTS = 64;
    public static final int MAX_OUTPUTS = 64;
    public static final int MAX_WEIGHT = 1_000_000;
    private static final DMatrixRMaj ALIKE = new DMatrixRMaj(1, 0);

    public Dataset {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        require(x.getNumCols() == y.getNumCols(), "x and y must have the same number of samples");
        require(x.getNumCols() <= MAX_SAMPLES, "a dataset has at most " + MAX_SAMPLES + " samples");
        require(x.getNumRows() >= 1 && x.getNumRows() <= MAX_INPUTS, "a dataset has 1 to " + MAX_INPUTS + " features");
        require(y.getNumRows() >= 1 && y.getNumRows() <= MAX_OUTPUTS, "a dataset has 1 to " + MAX_OUTPUTS + " outputs");
        require(features.size() == x.getNumRows(), "each feature needs one name");
        require(classesFit(classes.size(), y.getNumRows()), "the classes do not fit the outputs");
        require(!multiLabel || classes.isEmpty(), "the targets are classes or several labels, not both");
        require(finite(x) && finite(y), "every number in a dataset must be finite");
        int weighted = weights.getNumCols();
        require(weighted == 0 || weighted == x.getNumCols(), "each sample needs one weight");
        require(
                Arrays.stream(weights.getData(), 0, weighted).allMatch(Dataset::isWeight),
                "every weight must be from 0 to " + MAX_WEIGHT);
    }

    /// Returns whether a sample may count so much.
    static boolean isWeight(double weight) {
        return weight >= 0 && weight <= MAX_WEIGHT;
    }

    /// Samples that all count alike.
    public Dataset(DMatrixRMaj x, DMatrixRMaj y, List<String> features, List<String> classes) {
        this(x, y, features, classes, false, ALIKE);
    }

    /// Returns the same samples, each with a weight of its own; with none, all count alike.
    public Dataset weighted(double[] perSample) {
        return new Dataset(
                x, y, features, classes, multiLabel, DMatrixRMaj.wrap(1, perSample.length, perSample.clone()));
    }

    /// Returns the weights of the samples; none where all count alike.
    public double[] sampleWeights() {
        return Arrays.copyOf(weights.getData(), weights.getNumElements());
    }

    /// Returns a dataset from rows of numbers, one row a sample.
    ///
    /// Targets that are all 0 or 1 in one output are two classes. In several outputs they are one class an output
    /// if each row has exactly one 1, else one label an output. Anything else is a regression.
    public static Dataset ofRows(double[][] xRows, double[][] yRows) {
        DMatrixRMaj x = columns(xRows);
        DMatrixRMaj y = columns(yRows);
        List<String> features =
                IntStream.rangeClosed(1, x.getNumRows()).mapToObj(i -> "x" + i).toList();
        List<String> classes = impliedClasses(yRows);
        return new Dataset(x, y, features, classes, classes.isEmpty() && areBits(yRows), ALIKE);
    }

    /// Returns the classes that target rows stand for, as [#ofRows] names them; empty if the targets are plain
    /// numbers.
    public static List<String> impliedClasses(double[][] yRows) {
        int outputs = yRows[0].length;
        if (!areBits(yRows)) {
            return List.of();
        }
        if (outputs == 1) {
            return List.of("0", "1");
        }
        boolean oneHot = Arrays.stream(yRows).allMatch(row -> Arrays.stream(row).sum() == 1);
        return oneHot
                ? IntStream.rangeClosed(1, outputs).mapToObj(String::valueOf).toList()
                : List.of();
    }

    private static boolean areBits(double[][] yRows) {
        return Arrays.stream(yRows).flatMapToDouble(Arrays::stream).allMatch(v -> v == 0 || v == 1);
    }

    /// Returns whether a prediction is right or wrong: the targets are classes, or answers of yes and no.
    public boolean hasAnswers() {
        return multiLabel || !classes.isEmpty();
    }

    /// Returns the names of the labels; empty where the targets are classes or plain numbers.
    public List<String> labels() {
        return multiLabel
                ? IntStream.rangeClosed(1, outputs()).mapToObj(i -> "y" + i).toList()
                : List.of();
    }

    public int inputs() {
        return x.getNumRows();
    }

    public int outputs() {
        return y.getNumRows();
    }

    public int samples() {
        return x.getNumCols();
    }

    /// Returns the first samples to train with and the last to validate with: Keras's `validation_split`.
    ///
    /// Of n samples the first ⌊n (1 − fraction)⌋ train. A fraction of 0 leaves the validation part without samples.
    ///
    /// @param fraction from 0 up to, but not including, 1
    public Split split(double fraction) {
        int training = trainingSamples(samples(), fraction);
        return new Split(columns(0, training), columns(training, samples()));
    }

    /// Returns the first samples alone, `count` of them.
    public Dataset first(int count) {
        return columns(0, count);
    }

    /// Counts the training samples, when `fraction` of `samples` is held out.
    public static int trainingSamples(int samples, double fraction) {
        require(fraction >= 0 && fraction < 1, "the validation split is from 0 up to, but not including, 1");
        return (int) Math.floor(samples * (1 - fraction));
    }

    /// Returns the same samples in an order that the seed fixes (Fisher–Yates over SplitMix64).
    public Dataset mixed(long seed) {
        int[] order = IntStream.range(0, samples()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int left = order.length; left > 1; left--) {
            int pick = (int) (random.nextDouble() * left);
            int kept = order[left - 1];
            order[left - 1] = order[pick];
            order[pick] = kept;
        }
        return picked(order);
    }

    private Dataset columns(int from, int to) {
        int[] order = IntStream.range(from, to).toArray();
        return picked(order);
    }

    private Dataset picked(int[] order) {
        DMatrixRMaj picked = weights.getNumCols() == 0 ? weights : pick(weights, order);
        return new Dataset(pick(x, order), pick(y, order), features, classes, multiLabel, picked);
    }

    private static DMatrixRMaj pick(DMatrixRMaj from, int[] columns) {
        DMatrixRMaj picked = new DMatrixRMaj(from.getNumRows(), columns.length);
        for (int row = 0; row < from.getNumRows(); row++) {
            for (int column = 0; column < columns.length; column++) {
                picked.unsafe_set(row, column, from.unsafe_get(row, columns[column]));
            }
        }
        return picked;
    }

    private static DMatrixRMaj columns(double[][] rows) {
        require(rows.length > 0, "a dataset needs a sample");
        DMatrixRMaj columns = new DMatrixRMaj(rows[0].length, rows.length);
        for (int sample = 0; sample < rows.length; sample++) {
            require(rows[sample].length == rows[0].length, "every sample needs the same number of values");
            for (int value = 0; value < rows[sample].length; value++) {
                columns.unsafe_set(value, sample, rows[sample][value]);
            }
        }
        return columns;
    }

    private static boolean classesFit(int classes, int outputs) {
        return classes == 0 || classes == outputs || classes == 2 && outputs == 1;
    }

    private static boolean finite(DMatrixRMaj matrix) {
        return Arrays.stream(matrix.getData(), 0, matrix.getNumElements()).allMatch(Double::isFinite);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
