package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.stepback.nn.Activation;
import org.stepback.nn.Dense;

/// One layer of a network cell: its units and its activation. The row stays while layers come and go after it.
final class LayerRow extends Div {
    private final int index;
    private final Span name = new Span();
    private final NativeButton remove = new NativeButton("Remove");
    private final boolean removable;

    /// @param index of the layer, 0 = the first
    /// @param onRemove takes the index
    LayerRow(CellForm form, int index, IntConsumer onRemove) {
        this.index = index;
        this.removable = form.isEditable("layers");
        String place = "layers[" + index + "].dense.";
        var units = form.number(place + "units", "Units");
        units.setSteppers(1, Dense.MAX_UNITS);
        var activation = form.choice(
                place + "activation",
                "Activation",
                Activation.ALL.stream().map(Activation::name).toList());
        name.addClassName("layer-name");
        remove.addClassNames("button", "quiet-button");
        remove.addClickListener(_ -> onRemove.accept(index));
        addClassName("layer");
        add(name, units, activation, remove);
    }

    /// @param output whether it is the network's last layer, which has to stay
    void show(boolean output) {
        String words = output ? "Output layer" : "Hidden layer " + (index + 1);
        name.setText(words);
        remove.getElement().setAttribute("aria-label", "Remove " + words.toLowerCase(Locale.ROOT));
        remove.setVisible(removable && !output);
    }
}
