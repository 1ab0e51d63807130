package org.stepback.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Heights over a square plane, with a way across it and an arrow from its middle.
@Tag("sb-surface")
@JsModule("./graph/sb-surface.ts")
public final class Surface extends Figure {
    public Surface(String heading, String help) {
        super(heading, help);
    }

    /// Names what is along the axes.
    public void axes(String xName, String yName) {
        getElement().setProperty("xName", xName).setProperty("yName", yName);
    }

    /// Shows heights in place of those before.
    ///
    /// @param reach how far the plane goes to each side
    /// @param heights side² of them, row by row, the lowest row first
    /// @param pathX the way, as is `pathY`
    /// @param arrowX where the arrow points, as does `arrowY`
    public void show(
            double reach, int side, double[] heights, double[] pathX, double[] pathY, double arrowX, double arrowY) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("reach", reach).put("side", side);
        message.set("heights", PackedNumbers.of(heights));
        message.set("pathX", PackedNumbers.of(pathX));
        message.set("pathY", PackedNumbers.of(pathY));
        message.set("arrow", PackedNumbers.of(new double[] {arrowX, arrowY}));
        getElement().setPropertyJson("surface", message);
        sent();
    }

    public void clear() {
        getElement().setPropertyJson("surface", JsonNodeFactory.instance.nullNode());
    }
}
