package org.stepback.playground.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.stepback.account.SignedIn;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.OwnNotebooks;

/// Makes the notebook that was asked for in the Playground, and goes there.
@Route(value = NotebookDoor.PATH, autoLayout = false)
@PageTitle("From the Playground · Stepback")
@PermitAll
class FromPlaygroundView extends Main implements BeforeEnterObserver {
    private final OwnNotebooks notebooks;

    FromPlaygroundView(OwnNotebooks notebooks) {
        this.notebooks = notebooks;
        addClassName("message-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String text = NotebookDoor.take();
        if (text.isEmpty()) { // a reload, or an address typed by hand
            event.forwardTo("");
            return;
        }
        try {
            OwnNotebooks.Entry made = notebooks.upload(SignedIn.current().id(), "playground.md", text);
            event.forwardTo("notebook/" + made.id());
        } catch (RefusedException refused) {
            add(
                    new H1("No notebook was made"),
                    new Paragraph(refused.getMessage()),
                    new Anchor("playground", "Back to the Playground"));
        }
    }
}
