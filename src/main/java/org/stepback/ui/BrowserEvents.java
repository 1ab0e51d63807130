package org.stepback.ui;

import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Listens to the events that the page's own elements fire. A browser may send anything.
public final class BrowserEvents {
    private static final String DETAIL = "event.detail";

    private BrowserEvents() {}

    /// @param listener called with the event's detail
    public static void on(Element element, String event, Consumer<JsonNode> listener) {
        element.addEventListener(
                        event, fired -> listener.accept(fired.getEventData().path(DETAIL)))
                .addEventData(DETAIL);
    }
}
