package org.stepback.playground.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.springframework.security.web.csrf.CsrfToken;
import org.stepback.account.PendingDestination;
import org.stepback.account.SignedIn;

/// The way from the Playground into a notebook, through the guests' door where nobody is signed in: the notebook's text
/// waits in the visitor's session.
final class NotebookDoor {
    static final String PATH = "from-playground";
    private static final String TEXT = "stepback.playground.notebook";
    private static final String ENTER = """
            const form = document.createElement('form');
            form.method = 'post';
            form.action = 'enter/guest';
            const token = document.createElement('input');
            token.type = 'hidden';
            token.name = $0;
            token.value = $1;
            form.append(token);
            document.body.append(form);
            form.submit();
            """;

    private final String tokenName;
    private final String token;

    /// Made while the page is asked for: only that request knows the token of the door's form.
    NotebookDoor() {
        Object known = VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName());
        this.tokenName = known instanceof CsrfToken csrf ? csrf.getParameterName() : "";
        this.token = known instanceof CsrfToken csrf ? csrf.getToken() : "";
    }

    void open(UI page, String text) {
        session().setAttribute(TEXT, text);
        if (SignedIn.isAnybody() || token.isEmpty()) {
            page.getPage().setLocation(PATH);
            return;
        }
        session().setAttribute(PendingDestination.ATTRIBUTE, "/" + PATH);
        page.getPage().executeJs(ENTER, tokenName, token);
    }

    /// Returns the text that waits; empty where none does.
    static String take() {
        Object text = session().getAttribute(TEXT);
        session().removeAttribute(TEXT);
        return text instanceof String known ? known : "";
    }

    private static WrappedSession session() {
        return VaadinSession.getCurrent().getSession();
    }
}
