package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.UUID;

/// A button, and what it opens over the page, where nothing moves. Esc closes it, so does a press outside, and so does
/// another one that opens.
@JsModule("./popup.ts")
public class Popup extends Div {
    private final NativeButton opener = new NativeButton();

    public Popup(String words, Component content) {
        String id = "popup-" + UUID.randomUUID();
        var box = Styled.div("popup-box", content);
        box.setId(id);
        box.getElement().setAttribute("popover", "auto");
        opener.getElement().setAttribute("popovertarget", id);
        opener.setText(words);
        addClassName("popup");
        add(opener, box);
    }

    public final void setWords(String words) {
        opener.setText(words);
    }
}
