package org.stepback.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepback.storage.StorageOutage;

/// Says a calm sentence where a page fails, never a stack trace.
@Component
class ServiceSetup implements VaadinServiceInitListener {
    private static final Logger log = LoggerFactory.getLogger(ServiceSetup.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(_ -> reloadQuietly());
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(ServiceSetup::tellThePerson));
    }

    /// A page whose session has ended (a restarted server, a long sleep) loads itself again: all it held is stored.
    private static CustomizedSystemMessages reloadQuietly() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("Something went wrong on the server.");
        messages.setInternalErrorMessage("What was saved is safe. Press here, or reload the page.");
        return messages;
    }

    private static void tellThePerson(ErrorEvent event) {
        if (event.getThrowable() instanceof IOException) {
            log.debug("A page has gone while it was answered.", event.getThrowable());
            return;
        }
        boolean outage = StorageOutage.is(event.getThrowable());
        if (!outage) {
            log.error("A page failed.", event.getThrowable());
        }
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notification.show(
                            outage
                                    ? StorageOutage.SENTENCE
                                    : "Something went wrong on the server. What was saved is safe: reload the page and"
                                            + " try again.",
                            8000,
                            Notification.Position.BOTTOM_CENTER)
                    .addThemeVariants(NotificationVariant.LUMO_ERROR));
        }
    }
}
