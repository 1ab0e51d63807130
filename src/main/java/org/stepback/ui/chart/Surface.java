package org.stepback.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Heights over a square plane, with the way to its middle and the next steps from there.
@Tag("sb-surface")
@JsModule("./graph/sb-surface.ts")
public final class Surface extends Figure {
    /// A place in the plane, as seen from its middle.
    public record Place(double x, double y) {}

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
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("reach", reach).put("side", side);
        message.set("heights", NumbersJson.of(heights));
        getElement().setPropertyJson("surface", message);
        sent();
    }

    /// Shows the path to the middle, the first place first.
    public void path(List<Place> places) {
        put("path", places);
    }

    /// Shows the places of the next steps; an arrow points to the first.
    public void ahead(List<Place> places) {
        put("ahead", places);
    }

    private void put(String name, List<Place> places) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("x", NumbersJson.of(places.stream().mapToDouble(Place::x).toArray()));
        message.set("y", NumbersJson.of(places.stream().mapToDouble(Place::y).toArray()));
        getElement().setPropertyJson(name, message);
    }

    /// Says that other heights are being computed, over those that are shown; empty where none are.
    public void busy(String sentence) {
        getElement().setProperty("busy", sentence);
    }

    public void clear() {
        getElement().setPropertyJson("surface", JsonNodeFactory.instance.nullNode());
    }
}
