package org.stepback.account.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.security.web.csrf.CsrfToken;
import org.stepback.ui.PlainForm;
import org.stepback.ui.Styled;
import org.stepback.ui.UnsavedTexts;

/// The door: what the lab is, and one button that lets a guest in.
@Route(value = "enter", autoLayout = false)
@PageTitle("Welcome · Stepback")
@AnonymousAllowed
class EnterView extends Main implements BeforeEnterObserver {
    private final Paragraph notice = Styled.paragraph("door-notice", "");

    EnterView() {
        addClassName("door");
        var card = Styled.div("door-card");
        notice.setVisible(false);
        card.add(
                new H1("Stepback"),
                new Paragraph("A lab for learning how a neural network learns. Build a small network, train it step by"
                        + " step, and watch its loss and its gradients move."),
                notice);
        card.getElement().appendChild(guestForm());
        var kept = Styled.paragraph(
                "quiet", "There is nothing to fill in. Your work is kept, and this browser finds it again.");
        var playground = new Paragraph("Or play with a network first, without entering: ");
        playground.add(new Anchor("playground", "the Playground"), new Text("."));
        card.add(kept, playground);
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey("full")) {
            tell("Many guests have come in within the last hour, and the lab is full. Please try again later.");
        } else if (asked.containsKey("deleted")) {
            tell("Your account was deleted, with all that was saved in it. You can enter as a new guest.");
        } else if (asked.containsKey("left")) {
            tell("You are signed out.");
            getElement().executeJs(UnsavedTexts.FORGET);
        }
    }

    private void tell(String sentence) {
        notice.setText(sentence);
        notice.setVisible(true);
    }

    private static Element guestForm() {
        var form = PlainForm.posting("enter/guest", "button primary", "Enter as a guest");
        if (VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            var hidden = new Input();
            hidden.setType("hidden");
            hidden.getElement().setAttribute("name", token.getParameterName());
            hidden.setValue(token.getToken());
            form.insertChild(0, hidden.getElement());
        }
        return form;
    }
}
