package org.stepback.ui.field;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.stepback.number.NumberParser;

/// A box for a number, which keeps what was typed as it was typed.
@Tag("sb-number")
@JsModule("./fields/sb-number.ts")
public final class NumberBox extends LitField {
    public NumberBox(String label) {
        super(label);
    }

    /// Shows which number was read, where the text does not say so itself. The page shows it for this text alone.
    @Override
    void shown(String text) {
        getElement().setProperty("reading", NumberParser.reading(text));
        getElement().setProperty("read", text);
    }

    /// Shows behind the number what it counts.
    public void setUnit(String unit) {
        getElement().setProperty("unit", unit);
    }

    /// Adds a button for one less and one for one more.
    public void setSteppers(int min, int max) {
        getElement().setProperty("stepped", true);
        getElement().setProperty("min", min);
        getElement().setProperty("max", max);
    }
}
