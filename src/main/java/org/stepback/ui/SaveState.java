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
    /// Has the page send by plain HTTP what its own connection does not bring, and keep meanwhile what was typed.
    ///
    /// @param address where to send it
    /// @param owner names the person and the notebook to this browser, which may be several people's
    public void send(String address, String owner) {
        getElement().setProperty("owner", owner);
        getElement().setProperty("address", address);
    }

    /// Says that the database now has a change of the control with this key.
    ///
    /// @param stamp of the change, as [ControlEdit] has it
    /// @param stored what the control shows of it
    public void acknowledge(String key, String stamp, String stored) {
        getElement().callJsFunction("acknowledge", key, stamp, stored);
    }

    /// Says that a change was not stored, since another page has changed the same text to another one.
    public void changedElsewhere(String key, String stamp, String stored) {
        getElement().callJsFunction("changedElsewhere", key, stamp, stored);
    }

    /// Says that a change was not stored, and why; the control's next change takes that back.
    public void refuse(String key, String stamp, String reason) {
        getElement().callJsFunction("refuse", key, stamp, reason);
    }

    /// Says that a change can never be stored, since what it was made to is not there any more.
    public void gone(String key, String stamp, String reason) {
        getElement().callJsFunction("gone", key, stamp, reason);
    }

    /// Runs when a person comes back to this page from another tab or window, which may have changed what is stored.
    public void onReturn(Runnable reader) {
        getElement().addEventListener("returned", _ -> reader.run());
    }
}
