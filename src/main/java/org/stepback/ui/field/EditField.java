package org.stepback.ui.field;

import java.util.function.Consumer;

/// A control of a notebook: it shows a text, tells what a person made of it, and can say what is wrong with it.
public interface EditField {
    /// Names this control to the page's [SaveState].
    void setKey(String key);

    String text();

    void setText(String text);

    /// Shows a problem as a sentence below the control; empty for none.
    void setError(String sentence);

    /// A locked control shows its value and takes none.
    void setLocked(boolean locked);

    /// Called once a person has changed the control.
    void onEdited(Consumer<ControlEdit> listener);
}
