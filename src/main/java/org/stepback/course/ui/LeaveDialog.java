package org.stepback.course.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.stepback.ui.PlainForm;
import org.stepback.ui.Styled;

/// Signs a person out, after it has said what that means.
final class LeaveDialog extends Dialog {
    LeaveDialog(String name) {
        setHeaderTitle(name);
        setWidth("32rem");
        add(new Paragraph("Your work is kept on the server, and only a browser that knows you as " + name
                + " can open it. If you sign out on your last one, nobody can."));
        var here = PlainForm.posting("leave", "button", "Sign out here");
        var everywhere = PlainForm.posting("leave/everywhere", "button", "Sign out everywhere");
        getFooter().add(Styled.button("button", "Stay signed in", this::close));
        getFooter().getElement().appendChild(everywhere, here);
    }
}
