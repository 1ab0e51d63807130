package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// The small buttons of a cell. What they ask for goes to the [CellColumn] around it.
@Tag("sb-cell-tools")
@JsModule("./notebook/sb-cell-tools.ts")
final class CellTools extends Component {
    /// @param cell what sentences call the cell
    /// @param copies whether a student can have a copy of the cell
    CellTools(String cell, boolean own, boolean copies) {
        getElement().setProperty("cell", cell);
        getElement().setProperty("own", own);
        getElement().setProperty("copies", copies);
        getElement().setProperty("locks", !own);
        getElement().setProperty("foldable", true);
    }

    /// Returns the tools of a stretch of prose.
    static CellTools ofProse() {
        var tools = new CellTools("this text", false, false);
        tools.getElement().setProperty("locks", false);
        return tools;
    }

    void setFolded(boolean folded) {
        getElement().setProperty("folded", folded);
    }

    /// Shows a button for the cell's text.
    ///
    /// @param open whether the text is shown now
    void setSource(boolean open) {
        getElement().setProperty("sourced", true);
        getElement().setProperty("source", open);
    }
}
