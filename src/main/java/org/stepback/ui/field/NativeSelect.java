package org.stepback.ui.field;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A choice of names; the text of the control is the chosen name itself, such as `relu`.
@Tag("sb-select")
@JsModule("./fields/sb-select.ts")
public final class NativeSelect extends LitField {
    public NativeSelect(String label, List<String> names) {
        this(label, names, UnaryOperator.identity());
    }

    /// @param text what a name is shown as
    public NativeSelect(String label, List<String> names, UnaryOperator<String> text) {
        super(label);
        setNames(names, text);
    }

    /// Offers other names from now on.
    public void setNames(List<String> names, UnaryOperator<String> text) {
        getElement()
                .setPropertyList(
                        "options",
                        names.stream()
                                .map(name -> Map.of("name", name, "text", text.apply(name)))
                                .toList());
    }
}
