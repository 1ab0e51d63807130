package org.stepback.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Locale;
import org.stepback.ui.Message;

/// Lines and points over any two numbers.
@Tag("sb-graph")
@JsModule("./graph/sb-graph.ts")
public final class Graph extends Figure {
    /// The most points of one line.
    public static final int MOST_POINTS = 2_000;

    private static final int MOST_LINES = 64;

    /// The shape in which a line is drawn.
    public enum Kind {
        LINE,
        POINTS,
        BOTH,
        /// Thin, and only there to compare with.
        GUIDE
    }

    /// @param tone the place in the colour sequence, from 0
    public record Line(String name, int tone, Kind kind, double[] x, double[] y) {
        public Line {
            if (x.length != y.length || x.length > MOST_POINTS) {
                throw new IllegalArgumentException("A line has as many x as y, and at most " + MOST_POINTS + ".");
            }
        }
    }

    record LineMessage(String name, int tone, String kind, Packed x, Packed y) implements Message {
        static LineMessage of(Line line) {
            String kind = line.kind().name().toLowerCase(Locale.ROOT);
            return new LineMessage(line.name(), line.tone(), kind, Packed.of(line.x()), Packed.of(line.y()));
        }
    }

    public Graph(String heading, String help) {
        super(heading, help);
    }

    public Graph axes(String xName, String yName) {
        getElement().setProperty("xName", xName).setProperty("yName", yName);
        return this;
    }

    /// Sets which axes are log axes; numbers of 0 and below are left out on them.
    public Graph log(boolean x, boolean y) {
        getElement().setProperty("xLog", x).setProperty("yLog", y);
        return this;
    }

    /// Lets both axes go from 0 to 1.
    public Graph shares() {
        getElement().setProperty("shares", true);
        return this;
    }

    /// Shows these lines in place of those before.
    public void lines(List<Line> lines) {
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("A graph shows at most " + MOST_LINES + " lines.");
        }
        getElement()
                .setPropertyList("lines", lines.stream().map(LineMessage::of).toList());
        sent();
    }
}
