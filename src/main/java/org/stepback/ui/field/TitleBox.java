package org.stepback.ui.field;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// A title that is edited in its place.
@Tag("sb-title")
@JsModule("./fields/sb-title.ts")
public final class TitleBox extends LitField {
    public TitleBox(String label, int longest) {
        super(label, longest);
        getElement().setProperty("longest", longest);
    }
}
