package org.stepback.trace.ui;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.trace.ui.NetworkMessage.ColumnMessage;
import org.stepback.ui.chart.Packed;

/// Draws up the message of a network for its picture: of a wide layer the first units, of a deep network its first and
/// its last layers.
///
/// @param sample the place in the mini-batch; −1 for the mean of all
/// @param plane what the heat maps are drawn over: least and most of both inputs; empty for no maps
/// @param digits how numbers travel, and of which links
record NetworkPicture(NetworkMoment moment, int sample, double[] plane, Digits digits) {
    private static final int MOST_UNITS = 16;
    private static final int MOST_LAYERS = 10;
    private static final int HEAT_NUMBERS = 16_000;
    private static final int MOST_SIDE = 20;

    /// The form of numbers on their way: with all of their digits, or with the few that a picture of a run that trains
    /// needs, and then those alone that its links show.
    enum Digits {
        ALL(Packed::doubles),
        FEW_WEIGHTS(Packed::of),
        FEW_GRADIENTS(Packed::of);

        private final Function<double[], Packed> pack;

        Digits(Function<double[], Packed> pack) {
            this.pack = pack;
        }
    }

    NetworkMessage message() {
        Network network = moment.network();
        List<Integer> layers = layers(network.layers());
        Heat heat = heat(layers);
        List<ColumnMessage> columns = new ArrayList<>();
        columns.add(inputs(heat));
        layers.forEach(layer -> columns.add(column(layer, heat)));
        return new NetworkMessage(
                columns,
                network.layers() > MOST_LAYERS ? MOST_LAYERS / 2 + 1 : 0,
                network.layers() - layers.size(),
                of(),
                heat.side());
    }

    private static List<Integer> layers(int count) {
        return IntStream.range(0, count)
                .filter(layer -> count <= MOST_LAYERS || layer < MOST_LAYERS / 2 || layer >= count - MOST_LAYERS / 2)
                .boxed()
                .toList();
    }

    private String of() {
        return sample >= 0 ? "sample (" + (sample + 1) + ")" : "the mean over " + moment.width() + " samples";
    }

    private ColumnMessage inputs(Heat heat) {
        DMatrixRMaj x = moment.x();
        Packed values = values(x);
        return new ColumnMessage(
                -1,
                "Inputs",
                "",
                x.numRows,
                false,
                values,
                values,
                digits.pack.apply(new double[0]),
                List.of(),
                null,
                null,
                false,
                heat.side() > 0 ? bytes(heat.grid()) : null);
    }

    private ColumnMessage column(int index, Heat heat) {
        Layer layer = moment.network().layer(index);
        boolean last = index == moment.network().layers() - 1;
        boolean dense = layer instanceof Dense;
        DMatrixRMaj a = moment.a().get(index);
        return new ColumnMessage(
                index,
                last ? "Output" : "Layer " + (index + 1),
                layer instanceof Dense found ? found.activation().name() : layer.name(),
                a.numRows,
                layer.tensors().kernel().isPresent() && !layer.trainable(),
                values(moment.z().get(index)),
                values(a),
                values(moment.delta().get(index)),
                dead(index),
                dense && digits != Digits.FEW_GRADIENTS
                        ? corner(moment.network().kernel(index))
                        : null,
                dense && digits != Digits.FEW_WEIGHTS ? corner(moment.dW().get(index)) : null,
                !dense,
                heat.side() > 0 ? bytes(heat.a().get(index)) : null);
    }

    private List<Integer> dead(int layer) {
        return IntStream.range(0, shown(moment.a().get(layer)))
                .filter(unit -> isDead(layer, unit))
                .boxed()
                .toList();
    }

    /// Returns whether a unit gives the same, with a slope of 0, for every sample of a mini-batch of several.
    private boolean isDead(int layer, int unit) {
        if (!(moment.network().activation(layer) instanceof Activation.Elementwise f) || moment.width() < 2) {
            return false;
        }
        DMatrixRMaj z = moment.z().get(layer);
        DMatrixRMaj a = moment.a().get(layer);
        return IntStream.range(0, moment.width())
                .allMatch(each ->
                        a.get(unit, each) == a.get(unit, 0) && f.derivative(z.get(unit, each), a.get(unit, each)) == 0);
    }

    /// The sample's column, or the mean of all, of the units that are shown.
    private Packed values(DMatrixRMaj matrix) {
        double[] values = new double[Math.min(MOST_UNITS, matrix.numRows)];
        for (int row = 0; row < values.length; row++) {
            int unit = row;
            values[row] = sample >= 0
                    ? matrix.get(row, sample)
                    : IntStream.range(0, matrix.numCols)
                            .mapToDouble(column -> matrix.get(unit, column))
                            .average()
                            .orElse(0);
        }
        return digits.pack.apply(values);
    }

    /// The links between the units that are shown.
    private Packed corner(DMatrixRMaj kernel) {
        int rows = Math.min(MOST_UNITS, kernel.numRows);
        int columns = Math.min(MOST_UNITS, kernel.numCols);
        double[] numbers = new double[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = kernel.get(i / columns, i % columns);
        }
        return digits.pack.apply(numbers);
    }

    // --- What each unit gives over the plane of the two inputs ---

    /// @param side of each map; 0 for none
    /// @param grid the places of a map, and `a` what each layer gives there
    private record Heat(int side, DMatrixRMaj grid, List<DMatrixRMaj> a) {}

    private Heat heat(List<Integer> layers) {
        if (plane.length == 0 || moment.x().numRows != 2) {
            return new Heat(0, moment.x(), List.of());
        }
        int units = 2
                + layers.stream()
                        .mapToInt(layer -> shown(moment.a().get(layer)))
                        .sum();
        int side = (int) Math.clamp(Math.sqrt((double) HEAT_NUMBERS / units), 6, MOST_SIDE);
        DMatrixRMaj grid = grid(side);
        return new Heat(side, grid, moment.network().forward(grid).a());
    }

    private static int shown(DMatrixRMaj matrix) {
        return Math.min(MOST_UNITS, matrix.numRows);
    }

    /// Returns the places of the picture, row by row from above.
    private DMatrixRMaj grid(int side) {
        DMatrixRMaj grid = new DMatrixRMaj(2, side * side);
        for (int i = 0; i < side * side; i++) {
            double across = (i % side + 0.5) / side;
            double down = (i / side + 0.5) / side;
            grid.set(0, i, plane[0] + across * (plane[1] - plane[0]));
            grid.set(1, i, plane[3] - down * (plane[3] - plane[2]));
        }
        return grid;
    }

    /// One byte a place, 128 for 0, as strong as the unit's largest number allows.
    private static String bytes(DMatrixRMaj matrix) {
        int units = shown(matrix);
        byte[] bytes = new byte[units * matrix.numCols];
        for (int unit = 0; unit < units; unit++) {
            double most = 1e-12;
            for (int i = 0; i < matrix.numCols; i++) {
                most = Math.max(most, Math.abs(matrix.get(unit, i)));
            }
            for (int i = 0; i < matrix.numCols; i++) {
                bytes[unit * matrix.numCols + i] = (byte) (128 + Math.round(127 * matrix.get(unit, i) / most));
            }
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
