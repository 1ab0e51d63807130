package org.stepback.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.TensorNames;
import org.stepback.nn.optimizer.Clipping;

/// The matrices that belong to a stage.
///
/// @param sample the place in the mini-batch of the one sample to show; −1 for all
record Grids(Trace trace, int sample) {
    List<Grid> of(Stage stage) {
        int layer = stage.layer();
        return switch (stage.kind()) {
            case INPUT -> List.of(inputs(), targets());
            case SUM -> sum(layer);
            case ACTIVATION -> List.of(z(layer), a(layer));
            case PASS_ON -> List.of(a(layer));
            case PREDICTION -> List.of(a(layer), targets());
            case LOSS -> List.of(a(layer), targets(), losses());
            case ERROR -> List.of(a(layer), targets(), delta(layer));
            case GRADIENTS -> gradients(layer);
            case BACK -> back(layer);
            case UPDATE -> update(layer);
            case REPEAT -> List.of();
        };
    }

    private List<Grid> sum(int layer) {
        List<Grid> grids = new ArrayList<>(
                tensors(layer).map(tensor -> tensor(layer, tensor)).toList());
        grids.add(has(layer, Tensor.KERNEL) ? 1 : 0, before(layer)); // as in the equation, W · A + b
        grids.add(z(layer));
        return grids;
    }

    private List<Grid> gradients(int layer) {
        List<Grid> grids = new ArrayList<>(List.of(delta(layer), before(layer)));
        tensors(layer).forEach(tensor -> grids.add(gradient(layer, tensor)));
        return grids;
    }

    private boolean has(int layer, Tensor tensor) {
        TensorNames names = trace.before().layer(layer).tensors();
        return (tensor == Tensor.KERNEL ? names.kernel() : names.bias()).isPresent();
    }

    private Stream<Tensor> tensors(int layer) {
        return Stream.of(Tensor.values()).filter(tensor -> has(layer, tensor));
    }

    private List<Grid> back(int layer) {
        List<Grid> grids = new ArrayList<>();
        if (trace.before().layer(layer + 1) instanceof Dense) {
            grids.add(tensor(layer + 1, Tensor.KERNEL));
        }
        grids.add(delta(layer + 1));
        String name = "\\frac{\\partial L}{\\partial A" + above(layer) + "}";
        grids.add(ofLayer(name, layer, trace.da(layer), Quantity.DA::new));
        if (Double.isFinite(trace.value(new Quantity.Slope(layer, 0, 0)))) {
            grids.add(ofLayer("f'(Z" + above(layer) + ")", layer, trace.z(layer), Quantity.Slope::new));
        }
        grids.add(delta(layer));
        return grids;
    }

    private List<Grid> update(int layer) {
        return tensors(layer).flatMap(tensor -> update(layer, tensor).stream()).toList();
    }

    private List<Grid> update(int layer, Tensor tensor) {
        List<Grid> grids = new ArrayList<>(List.of(tensor(layer, tensor), gradient(layer, tensor)));
        if (trace.learns(layer, tensor)) {
            if (!(trace.optimizer().clipping() instanceof Clipping.None)) {
                grids.add(weights(layer, tensor, "G" + above(layer), Quantity.Clipped::new));
            }
            for (int slot = 0; slot < trace.memoryNames().size(); slot++) {
                int number = slot;
                String name = Tex.of(trace.memoryNames().get(slot)) + above(layer);
                grids.add(weights(layer, tensor, name, of -> new Quantity.Memory(of, number, true)));
            }
        }
        grids.add(weights(layer, tensor, "\\Delta " + letter(layer, tensor) + above(layer), Quantity.Change::new));
        String name = letter(layer, tensor) + new Symbols(trace).above(layer, "\\text{new}");
        grids.add(weights(layer, tensor, name, Quantity.NewWeight::new));
        return grids;
    }

    // --- Single matrices ---

    private Grid inputs() {
        return perSample("X", "features", trace.x(), row -> below("x", row), Quantity.X::new);
    }

    private Grid targets() {
        return perSample(
                "Y", "outputs", trace.y(), row -> trace.y().numRows == 1 ? "y" : below("y", row), Quantity.Y::new);
    }

    private Grid losses() {
        return perSample(
                "L",
                "loss",
                new DMatrixRMaj(1, trace.width()),
                row -> "L",
                (row, column) -> new Quantity.SampleLoss(column));
    }

    /// The input of a layer.
    private Grid before(int layer) {
        return layer == 0 ? inputs() : a(layer - 1);
    }

    private Grid z(int layer) {
        return ofLayer("Z" + above(layer), layer, trace.z(layer), Quantity.Z::new);
    }

    private Grid a(int layer) {
        return ofLayer(new Symbols(trace).activations(layer), layer, trace.a(layer), Quantity.A::new);
    }

    private Grid delta(int layer) {
        return ofLayer("\\delta" + above(layer), layer, trace.delta(layer), Quantity.Delta::new);
    }

    private interface OfUnit {
        Quantity of(int layer, int row, int sample);
    }

    private Grid ofLayer(String name, int layer, DMatrixRMaj like, OfUnit number) {
        return perSample(
                name, "units", like, row -> "unit " + (row + 1), (row, column) -> number.of(layer, row, column));
    }

    /// One column a sample, or the one sample's.
    private Grid perSample(String name, String rows, DMatrixRMaj like, IntFunction<String> rowName, Grid.Place at) {
        boolean one = sample >= 0;
        return new Grid(
                trace,
                name,
                rows + (one ? " × 1" : " × samples"),
                like.numRows,
                one ? 1 : like.numCols,
                rowName,
                column -> "(" + ((one ? sample : column) + 1) + ")",
                one ? (row, column) -> at.of(row, sample) : at);
    }

    private Grid gradient(int layer, Tensor tensor) {
        String of = letter(layer, tensor) + above(layer);
        return weights(layer, tensor, "\\frac{\\partial L}{\\partial " + of + "}", Quantity.Gradient::new);
    }

    private Grid tensor(int layer, Tensor tensor) {
        return weights(layer, tensor, letter(layer, tensor) + above(layer), of -> of);
    }

    private Grid weights(int layer, Tensor tensor, String name, Function<Quantity.Weight, Quantity> number) {
        DMatrixRMaj like = trace.before().tensor(layer, tensor);
        boolean pairs = tensor == Tensor.KERNEL && trace.before().layer(layer) instanceof Dense;
        String input = layer == 0 ? "x" : "a";
        return new Grid(
                trace,
                name,
                pairs ? "units × inputs" : "units × 1",
                like.numRows,
                like.numCols,
                row -> "unit " + (row + 1),
                column -> pairs ? below(input, column) : "",
                (row, column) -> number.apply(new Quantity.Weight(layer, tensor, row, column)));
    }

    private String letter(int layer, Tensor tensor) {
        boolean dense = trace.before().layer(layer) instanceof Dense;
        return tensor == Tensor.KERNEL ? dense ? "W" : "\\gamma" : dense ? "b" : "\\beta";
    }

    /// Returns a letter with an index in plain text, as in x₂.
    private static String below(String letter, int index) {
        return Integer.toString(index + 1)
                .chars()
                .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                .collect(Collectors.joining("", letter, ""));
    }

    private String above(int layer) {
        return new Symbols(trace).above(layer, "");
    }
}
