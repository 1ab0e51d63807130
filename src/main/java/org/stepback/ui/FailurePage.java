package org.stepback.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepback.storage.StorageOutage;

/// The page shown where another page could not be built: what happened goes to the log, never to the browser.
@PageTitle("Something went wrong · Stepback")
@AnonymousAllowed
class FailurePage extends Main implements HasErrorParameter<Exception> {
    private static final Logger log = LoggerFactory.getLogger(FailurePage.class);

    private final H1 title = new H1("Something went wrong on the server");
    private final Paragraph text =
            new Paragraph("What was saved is safe. Reload the page; if this happens again, tell your teacher.");

    FailurePage() {
        addClassName("message-page");
        add(title, text, new Anchor(".", "Go to the course"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (StorageOutage.is(parameter.getException())) {
            title.setText("The server cannot reach its data now");
            text.setText("What was saved is safe. Reload the page in a minute.");
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        log.error("A page could not be shown.", parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
