package org.stepback.course.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.stepback.account.SignedIn;
import org.stepback.ui.ColorSchemeToggle;
import org.stepback.ui.PlainForm;
import org.stepback.ui.Styled;
import org.stepback.ui.UnsavedTexts;

/// Signs a person out, after it has said what that means; on a phone, chooses the page's colours too.
final class LeaveDialog extends Dialog {
    private static final String COUNT = """
            return Object.keys(localStorage)
                .filter(key => key.startsWith($0))
                .reduce((sum, key) => sum + Object.keys(JSON.parse(localStorage.getItem(key))).length, 0);
            """;

    LeaveDialog(SignedIn person) {
        String name = person.displayName();
        setHeaderTitle(name);
        setWidth("32rem");
        add(new Paragraph("Your work is kept on the server, and only a browser that knows you as " + name
                + " can open it. If you sign out on your last one, nobody can."));
        var unsaved = Styled.paragraph("unsaved-warning", "");
        unsaved.setVisible(false);
        add(unsaved, new ColorSchemeToggle()); // a phone's bar has no room for it
        getElement().executeJs(COUNT, UnsavedTexts.prefix(person.id())).then(Integer.class, count -> {
            unsaved.setVisible(count > 0);
            unsaved.setText((count == 1 ? "One text that you typed is" : count + " texts that you typed are")
                    + " not saved yet. If you sign out now, this browser deletes what is not saved."
                    + " Stay signed in until the page says “Saved”.");
        });
        var here = PlainForm.posting("leave", "button", "Sign out here");
        var everywhere = PlainForm.posting("leave/everywhere", "button", "Sign out everywhere");
        here.executeJs(UnsavedTexts.NOTE, UnsavedTexts.prefix(person.id()));
        everywhere.executeJs(UnsavedTexts.NOTE, UnsavedTexts.prefix(person.id()));
        getFooter().add(Styled.button("button", "Stay signed in", this::close));
        getFooter().getElement().appendChild(everywhere, here);
    }
}
