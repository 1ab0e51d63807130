package org.stepback.trace;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stepback.nn.Quantity;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.Trace;
import org.stepback.nn.explain.Explanations;

/// A number of a step as a short text, by which a page asks for it: `a:0:2:5`, `gradient:1:kernel:0:3`.
public final class QuantityText {
    private static final int LONGEST = 60;
    private static final Pattern FORM = Pattern.compile("[a-z]+(:(kernel|bias|before|after|[0-9]{1,6}))*");

    private QuantityText() {}

    public static String of(Quantity quantity) {
        return switch (quantity) {
            case Quantity.X(int row, int sample) -> text("x", row, sample);
            case Quantity.Y(int row, int sample) -> text("y", row, sample);
            case Quantity.SampleWeight(int sample) -> text("counts", sample);
            case Quantity.Weight of -> "w" + place(of);
            case Quantity.Z(int layer, int row, int sample) -> text("z", layer, row, sample);
            case Quantity.A(int layer, int row, int sample) -> text("a", layer, row, sample);
            case Quantity.Mask(int layer, int row, int sample) -> text("mask", layer, row, sample);
            case Quantity.Added(int layer, int row, int sample) -> text("added", layer, row, sample);
            case Quantity.Normal(int layer, int row, int sample) -> text("normal", layer, row, sample);
            case Quantity.Mean(int layer, int index) -> text("mean", layer, index);
            case Quantity.Inverse(int layer, int index) -> text("inverse", layer, index);
            case Quantity.SampleLoss(int sample) -> text("loss", sample);
            case Quantity.BatchLoss whole -> "batch";
            case Quantity.DA(int layer, int row, int sample) -> text("da", layer, row, sample);
            case Quantity.Slope(int layer, int row, int sample) -> text("slope", layer, row, sample);
            case Quantity.Delta(int layer, int row, int sample) -> text("delta", layer, row, sample);
            case Quantity.Gradient(Quantity.Weight of) -> "gradient" + place(of);
            case Quantity.Clipped(Quantity.Weight of) -> "clipped" + place(of);
            case Quantity.Memory(Quantity.Weight of, int slot, boolean after) ->
                "memory" + place(of) + ":" + slot + ":" + (after ? "after" : "before");
            case Quantity.Change(Quantity.Weight of) -> "change" + place(of);
            case Quantity.NewWeight(Quantity.Weight of) -> "new" + place(of);
        };
    }

    private static String text(String kind, int... numbers) {
        StringBuilder text = new StringBuilder(kind);
        for (int number : numbers) {
            text.append(':').append(number);
        }
        return text.toString();
    }

    private static String place(Quantity.Weight of) {
        String tensor = of.tensor() == Tensor.KERNEL ? "kernel" : "bias";
        return ":" + of.layer() + ":" + tensor + ":" + of.row() + ":" + of.column();
    }

    /// The number that a text means; empty where this step has none such.
    public static Optional<Quantity> read(String text, Trace trace) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Quantity quantity = read(text.split(":"));
            trace.value(quantity);
            new Explanations(trace).of(quantity);
            return Optional.of(quantity);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ClassCastException noSuchNumber) {
            return Optional.empty();
        }
    }

    private static Quantity read(String[] parts) {
        return switch (parts[0]) {
            case "x" -> new Quantity.X(number(parts, 1), number(parts, 2));
            case "y" -> new Quantity.Y(number(parts, 1), number(parts, 2));
            case "counts" -> new Quantity.SampleWeight(number(parts, 1));
            case "w" -> weight(parts);
            case "z" -> new Quantity.Z(number(parts, 1), number(parts, 2), number(parts, 3));
            case "a" -> new Quantity.A(number(parts, 1), number(parts, 2), number(parts, 3));
            case "mask" -> new Quantity.Mask(number(parts, 1), number(parts, 2), number(parts, 3));
            case "added" -> new Quantity.Added(number(parts, 1), number(parts, 2), number(parts, 3));
            case "normal" -> new Quantity.Normal(number(parts, 1), number(parts, 2), number(parts, 3));
            case "mean" -> new Quantity.Mean(number(parts, 1), number(parts, 2));
            case "inverse" -> new Quantity.Inverse(number(parts, 1), number(parts, 2));
            case "loss" -> new Quantity.SampleLoss(number(parts, 1));
            case "batch" -> new Quantity.BatchLoss();
            case "da" -> new Quantity.DA(number(parts, 1), number(parts, 2), number(parts, 3));
            case "slope" -> new Quantity.Slope(number(parts, 1), number(parts, 2), number(parts, 3));
            case "delta" -> new Quantity.Delta(number(parts, 1), number(parts, 2), number(parts, 3));
            case "gradient" -> new Quantity.Gradient(weight(parts));
            case "clipped" -> new Quantity.Clipped(weight(parts));
            case "memory" -> new Quantity.Memory(weight(parts), number(parts, 5), parts[6].equals("after"));
            case "change" -> new Quantity.Change(weight(parts));
            case "new" -> new Quantity.NewWeight(weight(parts));
            default -> throw new IllegalArgumentException("no such number: " + parts[0]);
        };
    }

    private static int number(String[] parts, int index) {
        return Integer.parseInt(parts[index]);
    }

    private static Quantity.Weight weight(String[] parts) {
        Tensor tensor = Tensor.valueOf(parts[2].toUpperCase(Locale.ROOT));
        return new Quantity.Weight(number(parts, 1), tensor, number(parts, 3), number(parts, 4));
    }
}
