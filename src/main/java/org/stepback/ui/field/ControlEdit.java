package org.stepback.ui.field;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomListenerRegistration;
import tools.jackson.databind.JsonNode;

/// The text that a person has given a control.
///
/// @param seen what else the page takes for stored there, as its [SaveState] writes it; empty where none keeps count
/// @param stamp which change of the page it is, as its [SaveState] counts them; empty as above
public record ControlEdit(String text, String seen, String stamp) {
    private static final String SEEN = "element.seen";
    private static final String STAMP = "element.stamp";

    /// Asks the browser for what [#of] reads.
    static void ask(DomListenerRegistration registration, String text) {
        registration.addEventData(text).addEventData(SEEN).addEventData(STAMP);
    }

    /// @param text where the event has the control's text
    /// @param longest how much of it is taken
    static ControlEdit of(DomEvent event, String text, int longest) {
        JsonNode data = event.getEventData();
        String typed = data.path(text).asString("");
        return new ControlEdit(
                typed.length() <= longest ? typed : typed.substring(0, longest),
                data.path(SEEN).asString(""),
                data.path(STAMP).asString(""));
    }
}
