package org.stepback.trace.ui;

import java.util.List;
import java.util.Locale;
import org.stepback.nn.Quantity;
import org.stepback.number.PackedNumbers;
import org.stepback.trace.Chain;
import org.stepback.trace.Equation;
import org.stepback.trace.Grid;
import org.stepback.trace.QuantityText;
import org.stepback.trace.Scene;
import org.stepback.trace.Stage;
import org.stepback.trace.Walk;
import org.stepback.ui.chart.NumbersJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a walk as JSON for the browser. A single number travels as text with all of its digits, many as base64 of
/// doubles.
final class WalkJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WalkJson() {}

    static ArrayNode stages(List<Stage> stages) {
        ArrayNode all = JSON.arrayNode();
        for (Stage stage : stages) {
            all.addObject()
                    .put("part", stage.kind().part().name().toLowerCase(Locale.ROOT))
                    .put("kind", stage.kind().name().toLowerCase(Locale.ROOT))
                    .put("word", stage.kind().word())
                    .put("layer", stage.kind().isOfLayer() ? stage.layer() + 1 : 0);
        }
        return all;
    }

    static ObjectNode position(Walk walk) {
        int[] samples = walk.trace().samples();
        ObjectNode position = JSON.objectNode()
                .put("step", walk.step())
                .put("first", walk.first())
                .put("last", walk.last())
                .put("epoch", walk.epoch())
                .put("stage", walk.stage())
                .put("sample", walk.sample())
                .put("width", samples.length);
        ArrayNode rows = position.putArray("rows");
        for (int sample : samples) {
            rows.add(sample);
        }
        return position;
    }

    /// @param windows of each grid the first row and the first column that are shown
    static ObjectNode scene(Scene scene, Equation equation, List<int[]> windows) {
        ObjectNode node = JSON.objectNode().put("title", scene.title()).put("rule", scene.rule());
        ArrayNode sentences = node.putArray("sentences");
        scene.sentences().forEach(sentences::add);
        node.put("symbols", equation.symbols()).put("numbers", equation.numbers());
        ArrayNode grids = node.putArray("grids");
        for (int grid = 0; grid < scene.grids().size(); grid++) {
            int[] corner = windows.get(grid);
            grids.add(grid(scene.grids().get(grid), corner[0], corner[1]));
        }
        return node;
    }

    private static ObjectNode grid(Grid grid, int top, int left) {
        int rows = Math.min(Grid.WINDOW_ROWS, grid.rows() - top);
        int columns = Math.min(Grid.WINDOW_COLUMNS, grid.columns() - left);
        ObjectNode node = JSON.objectNode()
                .put("name", grid.name())
                .put("axes", grid.axes())
                .put("shape", grid.shape())
                .put("rows", grid.rows())
                .put("columns", grid.columns())
                .put("top", top)
                .put("left", left);
        ArrayNode rowNames = node.putArray("rowNames");
        ArrayNode columnNames = node.putArray("columnNames");
        for (int column = 0; column < columns; column++) {
            columnNames.add(grid.columnName().apply(left + column));
        }
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            rowNames.add(grid.rowName().apply(top + row));
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = grid.value(top + row, left + column);
            }
        }
        node.set("values", packed(values));
        if (grid.isLarge()) {
            grid.summary()
                    .ifPresent(summary -> node.set("summary", packed(summary.least(), summary.mean(), summary.most())));
        }
        return node;
    }

    static ObjectNode chain(Chain chain) {
        ObjectNode node = JSON.objectNode()
                .put("ref", QuantityText.of(chain.of()))
                .put("symbol", chain.symbol())
                .put("value", text(chain.value()))
                .put("symbols", chain.equation().symbols())
                .put("numbers", chain.equation().numbers())
                .put("sum", chain.sum())
                .put("left", chain.left())
                .put("leftValue", text(chain.leftValue()));
        if (chain.parts().isEmpty()) {
            node.put("given", chain.rule());
        }
        ArrayNode parts = node.putArray("parts");
        for (Chain.Part part : chain.parts()) {
            ObjectNode each = parts.addObject().put("value", text(part.value()));
            part.sample().ifPresent(sample -> each.put("sample", sample + 1));
            ArrayNode factors = each.putArray("factors");
            part.factors()
                    .forEach(link -> factors.add(link(
                            link.symbol(),
                            link.value(),
                            link.of().map(QuantityText::of).orElse(""))));
        }
        return node;
    }

    /// Returns a number that may be asked for.
    static ObjectNode link(String symbol, double value, String ref) {
        return JSON.objectNode().put("symbol", symbol).put("value", text(value)).put("ref", ref);
    }

    static ObjectNode link(Chain chain) {
        return link(chain.symbol(), chain.value(), QuantityText.of(chain.of()));
    }

    static ArrayNode place(Scene scene, Quantity quantity) {
        ArrayNode place = JSON.arrayNode();
        scene.place(quantity).ifPresent(found -> {
            for (int number : found) {
                place.add(number);
            }
        });
        return place;
    }

    static String text(double number) {
        return Double.toString(number);
    }

    static ObjectNode packed(double... numbers) {
        return NumbersJson.of(PackedNumbers.doubles(numbers));
    }
}
