package org.stepback.interop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.layer.TensorNames;
import org.stepback.number.NumberText;

/// The numbers of one step as text: forward pass, backward pass and update.
///
/// Matrices are as in the lesson: units × batch, a kernel is units × inputs. Of a large one the first rows and
/// columns are shown, of a deep network the first layers.
public final class TraceText {
    private static final int LAYERS = 4;
    private static final int ROWS = 8;
    private static final int COLUMNS = 8;
    private static final int WIDTH = 11;

    private final Trace trace;
    private final StringBuilder text = new StringBuilder();

    private TraceText(Trace trace) {
        this.trace = trace;
    }

    public static String of(Trace trace) {
        return new TraceText(trace).written();
    }

    private String written() {
        text.append("Trace of step ").append(trace.step()).append(": ");
        text.append(trace.width()).append(" samples (").append(shown(trace.samples()));
        text.append("), loss ").append(NumberText.terminal(trace.loss()));
        text.append(", learning rate ")
                .append(NumberText.terminal(trace.learningRate()))
                .append('\n');
        matrix("x", "features × batch", trace.x());
        matrix("y", "outputs × batch", trace.y());
        int all = trace.before().layers();
        int layers = Math.min(LAYERS, all);
        for (int layer = 0; layer < layers; layer++) {
            layer(layer);
        }
        if (layers < all) {
            text.append("… and ").append(all - layers).append(" more layers\n");
        }
        return text.toString();
    }

    private void layer(int layer) {
        text.append("layer ").append(layer + 1).append(", ");
        text.append(trace.before().layer(layer).name()).append(", ");
        text.append(trace.before().activation(layer).name()).append('\n');
        matrix("z", "units × batch", trace.z(layer));
        matrix("a", "units × batch", trace.a(layer));
        matrix("delta", "units × batch", trace.delta(layer));
        TensorNames names = trace.before().layer(layer).tensors();
        names.kernel().ifPresent(name -> tensor(layer, Tensor.KERNEL, name.equals("kernel") ? "W" : name));
        names.bias().ifPresent(name -> tensor(layer, Tensor.BIAS, name.equals("bias") ? "b" : name));
    }

    /// The gradient, and the update: what the optimizer remembers, the change, and the new numbers.
    private void tensor(int layer, Tensor tensor, String name) {
        DMatrixRMaj gradient = tensor == Tensor.KERNEL ? trace.dW(layer) : trace.db(layer);
        String axes = tensor == Tensor.KERNEL && name.equals("W") ? "units × inputs" : "units × 1";
        matrix("d" + name, axes, gradient);
        if (!trace.learns(layer, tensor)) {
            text.append("  ").append(name).append("  frozen, so that nothing changes it\n");
            return;
        }
        List<String> slots = trace.memoryNames();
        for (int slot = 0; slot < slots.size(); slot++) {
            String of = slots.get(slot) + " of " + name;
            matrix(of + " before", axes, trace.memory(layer, tensor, false).get(slot));
            matrix(of + " after", axes, trace.memory(layer, tensor, true).get(slot));
        }
        DMatrixRMaj change = gradient.createLike();
        for (int i = 0; i < change.getNumElements(); i++) {
            var place = new Quantity.Weight(layer, tensor, i / change.numCols, i % change.numCols);
            change.data[i] = trace.value(new Quantity.Change(place));
        }
        matrix("change of " + name, axes, change);
        matrix("new " + name, axes, trace.after().tensor(layer, tensor));
    }

    private static String shown(int[] samples) {
        String numbers = Arrays.stream(samples)
                .limit(COLUMNS)
                .mapToObj(sample -> String.valueOf(sample + 1))
                .collect(Collectors.joining(", "));
        return samples.length > COLUMNS ? numbers + ", …" : numbers;
    }

    private void matrix(String name, String axes, DMatrixRMaj matrix) {
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
                .mapToObj(column -> ("%" + WIDTH + "s").formatted(NumberText.terminal(matrix.get(row, column))))
                .collect(Collectors.joining(" "));
        return matrix.numCols > COLUMNS ? numbers + " …" : numbers;
    }
}
