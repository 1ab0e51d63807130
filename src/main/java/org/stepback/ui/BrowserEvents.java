package org.stepback.ui;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Listens to the events that the page's own elements fire. A browser may send anything: what is not the message that
/// is listened for is passed over.
public final class BrowserEvents {
    private BrowserEvents() {}

    /// @param message the record of the event's detail
    /// @param listener called with it
    public static <T extends Record & Message> void on(
            Element element, String event, Class<T> message, Consumer<T> listener) {
        element.addEventListener(event, fired -> {
                    T detail = read(fired, message);
                    if (detail != null) {
                        listener.accept(detail);
                    }
                })
                .addEventDetail();
    }

    private static <T extends Record> @Nullable T read(DomEvent event, Class<T> message) {
        try {
            T detail = event.getEventDetail(message);
            return detail == null || !isWhole(detail) ? null : detail;
        } catch (JacksonException e) {
            return null;
        }
    }

    /// Returns whether each component is there that has to be.
    private static boolean isWhole(Record message) {
        return Arrays.stream(message.getClass().getRecordComponents())
                .allMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        || value(message, component) != null);
    }

    private static @Nullable Object value(Record message, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // a message may be private to its package
            return accessor.invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
