package org.stepback.ui;

import com.vaadin.flow.dom.Element;

/// Makes a form that the browser itself sends, since only the answer to a plain request sets or takes away a cookie.
public final class PlainForm {
    private PlainForm() {}

    /// Returns a form with one button.
    ///
    /// @param address to which the form is posted, within the lab
    /// @param styles of the button
    public static Element posting(String address, String styles, String word) {
        var press = Styled.button(styles, word, () -> {});
        press.getElement().setAttribute("type", "submit");
        return new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", address)
                .appendChild(press.getElement());
    }
}
