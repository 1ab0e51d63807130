package org.stepback.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.stepback.ui.Message;
import tools.jackson.databind.node.JsonNodeFactory;

/// Heights over a square plane, with the way to its middle and the next steps from there.
@Tag("sb-surface")
@JsModule("./graph/sb-surface.ts")
public final class Surface extends Figure {
    /// A place in the plane, as seen from its middle.
    public record Place(double x, double y) {}

    record SurfaceMessage(double reach, int side, Packed heights) implements Message {}

    record Places(Packed x, Packed y) implements Message {
        static Places of(List<Place> places) {
            return new Places(packed(places, Place::x), packed(places, Place::y));
        }

        private static Packed packed(List<Place> places, ToDoubleFunction<Place> number) {
            return Packed.of(places.stream().mapToDouble(number).toArray());
        }
    }

    public Surface(String heading, String help) {
        super(heading, help);
    }

    public void axes(String xName, String yName) {
        getElement().setProperty("xName", xName).setProperty("yName", yName);
    }

    /// Shows heights in place of those before.
    ///
    /// @param reach how far the plane goes to each side
    /// @param heights side² of them, row by row, the lowest row first
    public void show(double reach, int side, double[] heights) {
        getElement().setPropertyBean("surface", new SurfaceMessage(reach, side, Packed.of(heights)));
        sent();
    }

    /// Shows the path to the middle, the first place first.
    public void path(List<Place> places) {
        getElement().setPropertyBean("path", Places.of(places));
    }

    /// Shows the places of the next steps; an arrow points to the first.
    public void ahead(List<Place> places) {
        getElement().setPropertyBean("ahead", Places.of(places));
    }

    /// Says that other heights are being computed, over those that are shown; empty where none are.
    public void busy(String sentence) {
        getElement().setProperty("busy", sentence);
    }

    public void clear() {
        getElement().setPropertyJson("surface", JsonNodeFactory.instance.nullNode());
    }
}
