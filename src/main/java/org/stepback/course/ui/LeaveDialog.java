package org.stepback.course.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import org.stepback.ui.Styled;

/// Signs a person out, after it has said what that means.
final class LeaveDialog extends Dialog {
    LeaveDialog(String name) {
        setHeaderTitle(name);
        setWidth("32rem");
        add(new Paragraph("Your work is kept on the server, and only a browser that knows you as " + name
                + " can open it. If you sign out on your last one, nobody can."));
        // Plain forms, since only the answer to a plain request takes the cookie away.
        var here = form("leave", "Sign out here");
        var everywhere = form("leave/everywhere", "Sign out everywhere");
        getFooter().add(Styled.button("button", "Stay signed in", this::close));
        getFooter().getElement().appendChild(everywhere, here);
    }

    private static Element form(String address, String word) {
        var press = Styled.button("button", word, () -> {});
        press.getElement().setAttribute("type", "submit");
        return new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", address)
                .appendChild(press.getElement());
    }
}
