package org.stepback.interop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Forward;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;

/// Every number of one step, to be read: z and a of the way forward, delta, dW and db of the way back.
///
/// Matrices are as in the lesson: units × batch, dW is units × inputs. Of a large one the first rows and columns are
/// shown, of a deep network the first layers.
public final class TraceText {
    private static final int LAYERS = 4;
    private static final int ROWS = 8;
    private static final int COLUMNS = 8;
    private static final int WIDTH = 11;

    private TraceText() {}

    /// The trace of a step that has not been made yet.
    ///
    /// @param network as it is before the step
    /// @param step 1 = the first
    public static String of(Recipe recipe, Network network, long step) {
        int[] samples = BatchOrder.ofStep(recipe, step);
        DMatrixRMaj x = BatchOrder.pick(recipe.split().train().x(), samples);
        DMatrixRMaj y = BatchOrder.pick(recipe.split().train().y(), samples);
        Forward forward = network.forward(x);
        Gradients gradients = Gradients.of(network, recipe.train().loss(), x, y);
        StringBuilder text = new StringBuilder();
        text.append("Trace of step ")
                .append(step)
                .append(": ")
                .append(samples.length)
                .append(" samples (");
        text.append(shown(samples))
                .append("), loss ")
                .append(Figures.four(gradients.loss()))
                .append('\n');
        matrix(text, "x", "features × batch", x);
        matrix(text, "y", "outputs × batch", y);
        int layers = Math.min(LAYERS, network.layers());
        for (int layer = 0; layer < layers; layer++) {
            layer(text, network, forward, gradients, layer);
        }
        if (layers < network.layers()) {
            text.append("… and ").append(network.layers() - layers).append(" more layers\n");
        }
        return text.toString();
    }

    private static void layer(StringBuilder text, Network network, Forward forward, Gradients gradients, int layer) {
        text.append("layer ").append(layer + 1).append(", ");
        text.append(network.activation(layer).name()).append('\n');
        List<DMatrixRMaj> passes = List.of(
                forward.z().get(layer),
                forward.a().get(layer),
                gradients.delta().get(layer));
        List<String> names = List.of("z", "a", "delta");
        for (int i = 0; i < names.size(); i++) {
            matrix(text, names.get(i), "units × batch", passes.get(i));
        }
        matrix(text, "dW", "units × inputs", gradients.dW().get(layer));
        matrix(text, "db", "units × 1", gradients.db().get(layer));
    }

    private static String shown(int[] samples) {
        String numbers = Arrays.stream(samples)
                .limit(COLUMNS)
                .mapToObj(sample -> String.valueOf(sample + 1))
                .collect(Collectors.joining(", "));
        return samples.length > COLUMNS ? numbers + ", …" : numbers;
    }

    private static void matrix(StringBuilder text, String name, String axes, DMatrixRMaj matrix) {
        text.append("  ").append(name).append("  ").append(axes).append(", ");
        text.append(matrix.numRows).append(" × ").append(matrix.numCols).append('\n');
        int rows = Math.min(ROWS, matrix.numRows);
        for (int row = 0; row < rows; row++) {
            text.append("    ").append(row(matrix, row)).append('\n');
        }
        if (rows < matrix.numRows) {
            text.append("    … ").append(matrix.numRows - rows).append(" more rows\n");
        }
    }

    private static String row(DMatrixRMaj matrix, int row) {
        String numbers = IntStream.range(0, Math.min(COLUMNS, matrix.numCols))
                .mapToObj(column -> ("%" + WIDTH + "s").formatted(Figures.four(matrix.get(row, column))))
                .collect(Collectors.joining(" "));
        return matrix.numCols > COLUMNS ? numbers + " …" : numbers;
    }
}
