package org.stepback.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.stepback.number.NumberText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The output of a network with two inputs over their plane, blue to orange, with the data on it.
///
/// Without an output it shows the data alone. All that it shows is kept on the server's side, so that a page which is
/// loaded again has it; an output that is replaced before it was sent is never sent.
@Tag("sb-plane")
@JsModule("./plane/sb-plane.ts")
public final class OutputPlane extends Figure {
    /// The most points that are drawn; of more, an even part is, and the page says so.
    public static final int MOST_POINTS = 1_500;

    private int[] drawn = {};

    /// One row of the data.
    ///
    /// @param value the index of its class, or with numbers its value
    /// @param validation whether it is held out from training, and so drawn as a ring
    public record Point(double x, double y, double value, boolean validation) {}

    public OutputPlane(String heading) {
        super(heading);
    }

    public OutputPlane axes(String xName, String yName) {
        getElement().setProperty("xName", xName).setProperty("yName", yName);
        return this;
    }

    /// Sets what part of the plane is shown.
    public OutputPlane frame(OutputGrid.Frame frame) {
        getElement().setPropertyBean("frame", frame);
        return this;
    }

    /// Names the classes in their order, or none where the outputs are numbers.
    public OutputPlane classes(List<String> names) {
        getElement().setPropertyList("classNames", names);
        return this;
    }

    /// Sets which outputs are all blue, without colour, and all orange: 0, 0.5 and 1 unless it is set. With two classes
    /// an output above the middle means the second.
    public OutputPlane scale(double low, double middle, double high) {
        if (!(low < middle && middle < high)) {
            throw new IllegalArgumentException("The three outputs of a scale rise.");
        }
        getElement().setPropertyMap("scale", Map.of("low", low, "middle", middle, "high", high));
        return this;
    }

    /// Shows these rows of data; those with a coordinate that is not finite are left out.
    public void points(List<Point> points) {
        int[] drawable = IntStream.range(0, points.size())
                .filter(i -> isDrawable(points.get(i)))
                .toArray();
        int shown = Math.min(drawable.length, MOST_POINTS);
        drawn = IntStream.range(0, shown)
                .map(i -> drawable[(int) ((long) i * drawable.length / shown)])
                .toArray();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int index : drawn) {
            Point point = points.get(index);
            all.addArray().add(point.x()).add(point.y()).add(point.value()).add(point.validation() ? 1 : 0);
        }
        getElement().setPropertyJson("points", all);
        mark(_ -> false);
        note(
                shown == points.size()
                        ? ""
                        : NumberText.grouped(shown) + " of " + NumberText.grouped(points.size())
                                + " samples are drawn.");
    }

    private static boolean isDrawable(Point point) {
        return Double.isFinite(point.x() + point.y() + point.value());
    }

    /// Marks the points for which the network's answer is wrong.
    ///
    /// @param isWrong asked for indices of the list that [#points] was given
    public void mark(IntPredicate isWrong) {
        getElement()
                .setPropertyList(
                        "wrong",
                        IntStream.range(0, drawn.length)
                                .filter(i -> isWrong.test(drawn[i]))
                                .boxed()
                                .toList());
    }

    /// Shows a network's output. A view sends the next one when this one is on the screen: see [#isBusy()].
    public void output(OutputGrid grid) {
        getElement().setPropertyBean("grid", grid);
        sent(getElement().callJsFunction("shown"), () -> {});
    }

    /// Goes back to the data alone.
    public void clearOutput() {
        getElement().setPropertyJson("grid", JsonNodeFactory.instance.nullNode());
    }
}
