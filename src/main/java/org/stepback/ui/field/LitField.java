package org.stepback.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomListenerRegistration;
import java.util.function.Consumer;

/// A control that the browser draws: a label, a text, an error, a lock.
abstract class LitField extends Component implements EditField {
    /// A control holds a name or a number; what is longer never came from it.
    private static final int LONGEST = 200;

    private static final String TEXT = "event.detail.value";

    private final int longest;
    private Consumer<ControlEdit> listener = _ -> {};
    private boolean locked;

    LitField(String label) {
        this(label, LONGEST);
    }

    /// @param longest how many characters it takes
    LitField(String label, int longest) {
        this.longest = longest;
        getElement().setProperty("label", label);
        getElement().setProperty("value", "");
        DomListenerRegistration edits = getElement().addEventListener("edited", this::edited);
        edits.synchronizeProperty("value");
        ControlEdit.ask(edits, TEXT);
    }

    private void edited(DomEvent event) {
        if (!locked) {
            ControlEdit edit = ControlEdit.of(event, TEXT, longest);
            listener.accept(edit);
            shown(edit.text());
        }
    }

    @Override
    public final void setKey(String key) {
        getElement().setAttribute("data-key", key);
    }

    @Override
    public final String text() {
        return getElement().getProperty("value", "");
    }

    @Override
    public final void setText(String text) {
        getElement().setProperty("value", text);
        shown(text);
    }

    /// Called with the text that the control shows from now on.
    void shown(String text) {}

    @Override
    public final void setError(String sentence) {
        getElement().setProperty("error", sentence);
    }

    @Override
    public final void setLocked(boolean locked) {
        this.locked = locked;
        getElement().setProperty("locked", locked);
    }

    @Override
    public final void onEdited(Consumer<ControlEdit> listener) {
        this.listener = listener;
    }
}
