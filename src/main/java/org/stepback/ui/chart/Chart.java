package org.stepback.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepback.ui.ConnectionProbe;

/// A line chart of a run's numbers over its steps, drawn by the browser from the new points that it is sent.
///
/// The browser keeps the points; each message carries only those that it has not seen. A view sends the next message
/// when the last one has been taken, so that a slow browser gets fewer and larger ones:
/// ```java
/// if (!chart.isBusy()) {
///     chart.add(run.since(cursor));
/// }
/// ```
@Tag("sb-chart")
@JsModule("./chart/sb-chart.ts")
@NpmPackage(value = "echarts", version = "6.1.0")
public final class Chart extends Figure {
    /// The most series that one chart shows.
    public static final int MOST_SERIES = 64;

    /// One line of a chart.
    ///
    /// @param id names the line in messages
    /// @param name what the legend says
    /// @param tone the place in the colour sequence, from 0; the ninth has the first colour again, dotted
    /// @param smoothable whether the reader's smoothing applies to it
    /// @param dashed tells a second kind of line apart without colour: the bias from the kernel, validation
    /// from training
    /// @param ownStride whether it is thinned apart from the others, such as a validation loss with one point
    /// an epoch
    /// @param hidden whether it is not drawn until a person asks for it
    public record Series(
            String id, String name, int tone, boolean smoothable, boolean dashed, boolean ownStride, boolean hidden) {
        public Series {
            if (id.isBlank() || tone < 0) {
                throw new IllegalArgumentException("A series needs an id and a tone of 0 or more.");
            }
        }

        /// A solid line that can be smoothed.
        public static Series of(String id, String name, int tone) {
            return new Series(id, name, tone, true, false, false, false);
        }

        /// A dashed line that can be smoothed.
        public static Series dashed(String id, String name, int tone) {
            return new Series(id, name, tone, true, true, false, false);
        }

        /// A dashed line of few points, drawn as they are and thinned apart from the others.
        public static Series sparse(String id, String name, int tone) {
            return new Series(id, name, tone, false, true, true, false);
        }

        /// A solid line of few points, drawn as they are and thinned apart from the others.
        public static Series few(String id, String name, int tone) {
            return new Series(id, name, tone, false, false, true, false);
        }

        /// A solid line that is drawn as it is.
        public static Series exact(String id, String name, int tone) {
            return new Series(id, name, tone, false, false, false, false);
        }

        /// Returns the same line, drawn at first or not.
        public Series hiddenIf(boolean hides) {
            return new Series(id, name, tone, smoothable, dashed, ownStride, hides);
        }
    }

    /// The counts of a horizontal axis.
    public enum Along {
        STEP,
        EPOCH,
        TIME
    }

    /// @param help how to read it, in one sentence for a beginner
    /// @param emptyText stands in the chart while it has no points
    public Chart(String heading, String help, String emptyText) {
        super(heading, help);
        emptyText(emptyText);
    }

    /// Shares crosshair and zoom with the charts of the same group on the page.
    public Chart group(String name) {
        getElement().setProperty("group", name);
        return this;
    }

    /// Sets the count of the horizontal axis; steps unless it is set.
    public Chart along(Along along) {
        getElement().setProperty("along", along.name().toLowerCase(Locale.ROOT));
        return this;
    }

    /// Sets the number of steps in an epoch, for an axis of epochs.
    public Chart stepsPerEpoch(int steps) {
        getElement().setProperty("stepsPerEpoch", steps);
        return this;
    }

    /// Says how many steps the run takes in all: the lines of a short one are not smoothed, unless a reader asks
    /// for it.
    public Chart steps(long all) {
        getElement().setProperty("steps", all);
        return this;
    }

    /// Draws a height that means something, and says what.
    public Chart guide(double y, String text) {
        getElement().setPropertyMap("guide", Map.of("y", y, "text", text));
        return this;
    }

    /// A step at which something happened.
    public record Mark(long step, String text) {}

    /// Marks these steps, in place of those before.
    public Chart marks(List<Mark> marks) {
        getElement().setPropertyList("marks", marks);
        return this;
    }

    /// Lets the picture stand still while points go on to come in, or not.
    public Chart frozen(boolean frozen) {
        getElement().setProperty("frozen", frozen);
        return this;
    }

    /// Names the vertical axis.
    ///
    /// @param unit what one of it is, such as "nats" or "share of rows"; empty for a number without a unit
    public Chart yAxis(String name, String unit) {
        getElement().setProperty("yName", unit.isEmpty() ? name : name + " (" + unit + ")");
        return this;
    }

    /// Lets the vertical axis start as a log axis, or not; the reader may switch it.
    public Chart log(boolean log) {
        getElement().setProperty("log", log);
        return this;
    }

    /// Lets a linear axis go from 0 to 1, for shares.
    public Chart shares() {
        getElement().setProperty("shares", true);
        return this;
    }

    /// Begins again with these series, without points.
    ///
    /// @throws IllegalArgumentException if there are more than [#MOST_SERIES], or two have the same id
    public void define(List<Series> series) {
        if (series.size() > MOST_SERIES) {
            throw new IllegalArgumentException("A chart shows at most " + MOST_SERIES + " series.");
        }
        var ids = new HashSet<String>();
        for (Series each : series) {
            if (!ids.add(each.id())) {
                throw new IllegalArgumentException("Two series are called " + each.id() + ".");
            }
        }
        getElement().setPropertyList("series", series);
        clear();
    }

    /// Sends points that the browser has not seen.
    ///
    /// @param taken run on the page's thread when the browser has taken and drawn them
    public void add(Points points, Runnable taken) {
        sent(getElement().callJsFunction("take", points.message()), taken);
    }

    public void clear() {
        getElement().callJsFunction("clear");
    }

    /// Calls back whenever a browser shows this chart again and empty, as after a reload that keeps the view: all
    /// points are to be sent again, from the first.
    public void onRefill(Runnable refill) {
        addAttachListener(event -> {
            if (!ConnectionProbe.begins(event)) {
                refill.run();
            }
        });
    }
}
