package org.stepback.trace;

import org.stepback.nn.Network;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanation.Factor;
import org.stepback.nn.layer.Dense;

/// The names of the numbers of a step, as TeX: `w^{[1]}_{21}` leads to unit 2 of layer 1 from its input 1, and
/// `a^{[1](3)}_2` is what unit 2 gives for the third sample of the mini-batch.
record Symbols(Trace trace) {
    private Network network() {
        return trace.before();
    }

    String of(Factor factor) {
        return factor.of().map(this::of).orElseGet(() -> Tex.of(factor.symbol()));
    }

    String of(Quantity quantity) {
        return switch (quantity) {
            case Quantity.X(int row, int sample) -> "x" + above(-1, sample) + index(row);
            case Quantity.Y(int row, int sample) -> "y" + above(-1, sample) + (trace.y().numRows > 1 ? index(row) : "");
            case Quantity.SampleWeight(int sample) -> "\\omega" + above(-1, sample);
            case Quantity.Weight weight -> weight(weight, "");
            case Quantity.Z(int layer, int row, int sample) -> "z" + above(layer, sample) + index(row);
            case Quantity.A(int layer, int row, int sample) -> activation(layer, row, sample);
            case Quantity.Mask(int layer, int row, int sample) -> "m" + above(layer, sample) + index(row);
            case Quantity.Added(int layer, int row, int sample) -> "n" + above(layer, sample) + index(row);
            case Quantity.Normal(int layer, int row, int sample) -> "\\hat x" + above(layer, sample) + index(row);
            case Quantity.Mean(int layer, int index) -> "\\mu" + above(layer, -1) + index(index);
            case Quantity.Inverse(int layer, int index) ->
                "\\frac{1}{\\sqrt{\\sigma^{2" + "[" + (layer + 1) + "]}" + index(index) + "+\\varepsilon}}";
            case Quantity.SampleLoss(int sample) -> "L" + above(-1, sample);
            case Quantity.BatchLoss whole -> "L";
            case Quantity.DA(int layer, int row, int sample) -> slope(activation(layer, row, sample));
            case Quantity.Slope(int layer, int row, int sample) -> "f'(z" + above(layer, sample) + index(row) + ")";
            case Quantity.Delta(int layer, int row, int sample) -> "\\delta" + above(layer, sample) + index(row);
            case Quantity.Gradient(Quantity.Weight of) -> slope(weight(of, ""));
            case Quantity.Clipped(Quantity.Weight of) -> "g" + place(of, "");
            case Quantity.Memory(Quantity.Weight of, int slot, boolean after) ->
                Tex.of(trace.memoryNames().get(slot)).strip() + place(of, after ? "" : "\\text{old}");
            case Quantity.Change(Quantity.Weight of) -> "\\Delta " + weight(of, "");
            case Quantity.NewWeight(Quantity.Weight of) -> weight(of, "\\text{new}");
        };
    }

    private static String slope(String of) {
        return "\\frac{\\partial L}{\\partial " + of + "}";
    }

    private String activation(int layer, int row, int sample) {
        boolean last = layer == network().layers() - 1;
        boolean single = last && trace.a(layer).numRows == 1;
        return (last ? "\\hat y" : "a") + above(last ? -1 : layer, sample) + (single ? "" : index(row));
    }

    private String weight(Quantity.Weight of, String mark) {
        boolean dense = network().layer(of.layer()) instanceof Dense;
        boolean kernel = of.tensor() == Tensor.KERNEL;
        return (dense ? kernel ? "w" : "b" : kernel ? "\\gamma" : "\\beta") + place(of, mark);
    }

    private String place(Quantity.Weight of, String mark) {
        boolean pair = of.tensor() == Tensor.KERNEL && network().layer(of.layer()) instanceof Dense;
        return above(of.layer(), mark) + (pair ? pair(of.row() + 1, of.column() + 1, of.layer()) : index(of.row()));
    }

    private String pair(int row, int column, int layer) {
        boolean short_ = network().kernel(layer).numRows < 10 && network().kernel(layer).numCols < 10;
        return "_{" + row + (short_ ? "" : ",") + column + "}";
    }

    /// The layer, and the sample where there are several; either may be −1.
    private String above(int layer, int sample) {
        return above(layer, sample < 0 || trace.width() == 1 ? "" : "(" + (sample + 1) + ")");
    }

    /// The layer, if it is not −1, and a mark.
    String above(int layer, String mark) {
        String both = (layer < 0 ? "" : "[" + (layer + 1) + "]") + mark;
        return both.isEmpty() ? "" : "^{" + both + "}";
    }

    /// All activations of a layer: those of the last are the predictions.
    String activations(int layer) {
        return layer == network().layers() - 1 ? "\\hat Y" : "A" + above(layer, "");
    }

    private static String index(int row) {
        return "_{" + (row + 1) + "}";
    }
}
