package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.math.Tensors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keras's own numbers, from `keras.json`, in this package's column convention.
///
/// Keras rounds some of them to single precision although it was asked for double. What it says in double throughout
/// is in `keras-float64.json`, written by `float64.py`, which also says why; its
/// schedules are in `keras-schedules-float64.json`, written by `schedules64.py`. What it would say of the rest is in
/// `formulas.json`, computed by `formulas.py` from Keras's formulas.
/// Runs through its other layers, penalties and callbacks are in `keras-layers.json`, written by `layers.py`.
final class Golden {
    static final JsonNode KERAS = read("keras.json");
    static final JsonNode FLOAT64 = read("keras-float64.json");
    static final JsonNode SCHEDULES64 = read("keras-schedules-float64.json");
    static final JsonNode FORMULAS = read("formulas.json");
    static final JsonNode LAYERS = read("keras-layers.json");

    private Golden() {}

    private static JsonNode read(String file) {
        InputStream json = Golden.class.getResourceAsStream("/golden/" + file);
        return JsonMapper.shared().readTree(json);
    }

    static List<JsonNode> entries(JsonNode golden, String part) {
        return golden.get(part).valueStream().toList();
    }

    /// A name for the entry that no other of its part has.
    static String label(JsonNode entry) {
        if (entry.has("title")) {
            return entry.get("title").asString();
        }
        JsonNode params = entry.get("params");
        return entry.get("name").asString() + (params.isEmpty() ? "" : " " + params);
    }

    /// The entry of `keras-float64.json` or of `formulas.json` that stands for this one, or the entry itself.
    static JsonNode inDouble(String part, JsonNode entry) {
        return Stream.of(FLOAT64, FORMULAS)
                .filter(golden -> golden.has(part))
                .flatMap(golden -> entries(golden, part).stream())
                .filter(other -> label(other).equals(label(entry)))
                .findFirst()
                .orElse(entry);
    }

    static double[] row(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    static double[][] rows(JsonNode array) {
        return array.valueStream().map(Golden::row).toArray(double[][]::new);
    }

    /// Rows of Keras's are columns here, and the other way round.
    static DMatrixRMaj transposed(JsonNode rows) {
        double[][] numbers = rows(rows);
        DMatrixRMaj matrix = new DMatrixRMaj(numbers[0].length, numbers.length);
        for (int column = 0; column < numbers.length; column++) {
            for (int row = 0; row < matrix.numRows; row++) {
                matrix.set(row, column, numbers[column][row]);
            }
        }
        return matrix;
    }

    /// A single row of numbers, one sample each.
    static DMatrixRMaj rowVector(JsonNode numbers) {
        return new DMatrixRMaj(1, numbers.size(), true, row(numbers));
    }

    static void assertClose(String what, DMatrixRMaj actual, DMatrixRMaj expected, double relative) {
        Tensors.requireShape(what, actual, expected.numRows, expected.numCols);
        IntStream.range(0, expected.getNumElements())
                .forEach(i -> assertClose(what + "[" + i + "]", actual.data[i], expected.data[i], relative));
    }

    static void assertClose(String what, double actual, double expected, double relative) {
        assertThat(Math.abs(actual - expected))
                .as("%s: got %s, expected %s", what, actual, expected)
                .isLessThanOrEqualTo(relative * Math.abs(expected));
    }
}
