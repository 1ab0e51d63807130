package org.stepback.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A training that is measured: a dense network, its batch, its loss and its optimizer.
public enum Workload {
    PLAYGROUND(10, "tanh", "tanh", Error.SQUARED, false, 2, 4, 2, 1),
    LESSON(32, "relu", "sigmoid", Error.BINARY, true, 2, 5, 1),
    SPIRAL(64, "relu", "softmax", Error.CLASSES, true, 8, 64, 64, 3),
    DIGITS(128, "relu", "softmax", Error.CLASSES, true, 64, 256, 128, 10);

    /// The loss, each where its usual output activation stands.
    enum Error {
        SQUARED,
        BINARY,
        CLASSES
    }

    static final double LEARNING_RATE = 0.001;

    final int batch;
    final String hidden;
    final String output;
    final Error error;
    final boolean adam;
    private final int[] widths;

    Workload(int batch, String hidden, String output, Error error, boolean adam, int... widths) {
        this.batch = batch;
        this.hidden = hidden;
        this.output = output;
        this.error = error;
        this.adam = adam;
        this.widths = widths;
    }

    static Workload named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Inputs, then the units of each layer, as in `2-4-2-1`.
    List<Integer> widths() {
        return IntStream.of(widths).boxed().toList();
    }

    int layers() {
        return widths.length - 1;
    }

    int inputs() {
        return widths[0];
    }

    int outputs() {
        return widths[widths.length - 1];
    }

    /// f of a layer (0 = first), by Keras's name.
    String activation(int layer) {
        return layer == layers() - 1 ? output : hidden;
    }

    /// Additions and multiplications of a step's products, two for each weight and sample: forward, ∂L/∂W, and from the
    /// second layer on ∂L/∂A.
    long flops() {
        long flops = 0;
        for (int layer = 0; layer < layers(); layer++) {
            flops += (layer == 0 ? 4L : 6L) * widths[layer] * widths[layer + 1] * batch;
        }
        return flops;
    }

    /// The inputs of so many samples, samples × inputs, from −1 to 1.
    double[][] x(int samples) {
        var random = new SplittableRandom(1);
        return IntStream.range(0, samples)
                .mapToObj(sample -> random.doubles(inputs(), -1, 1).toArray())
                .toArray(double[][]::new);
    }

    /// The targets of these samples, samples × outputs: a number, yes or no, or a class that is known from the inputs.
    double[][] y(double[][] x) {
        return IntStream.range(0, x.length)
                .mapToObj(sample -> target(x[sample]))
                .toArray(double[][]::new);
    }

    private double[] target(double[] inputs) {
        double product = inputs[0] * inputs[1];
        double[] y = new double[outputs()];
        switch (error) {
            case SQUARED -> y[0] = product > 0 ? 1 : -1;
            case BINARY -> y[0] = product > 0 ? 1 : 0;
            case CLASSES -> y[(int) ((inputs[0] + 1) / 2 * outputs())] = 1;
        }
        return y;
    }
}
