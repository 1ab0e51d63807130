package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// Says whether all that was typed on a page is stored: "Saved", "Saving…" or "Not saved: …".
///
/// The browser marks a control as unsaved at its first key, and takes that back only for the value that was stored.
@Tag("sb-save-state")
@JsModule("./fields/sb-save-state.ts")
public final class SaveState extends Component {
    /// Says that the database now has this value of the control with this key, which is the text its listener
    /// was given.
    public void acknowledge(String key, String value) {
        getElement().callJsFunction("acknowledge", key, value);
    }

    /// Runs when a person comes back to this page from another tab or window, which may have changed what is stored.
    public void onReturn(Runnable reader) {
        getElement().addEventListener("returned", _ -> reader.run());
    }

    /// Says that the last change of this control was not stored, and why; its next change takes that back.
    public void refuse(String key, String reason) {
        getElement().callJsFunction("refuse", reason, key);
    }

    /// Says that a change was not stored, and why.
    public void refuse(String reason) {
        getElement().callJsFunction("refuse", reason);
    }
}
