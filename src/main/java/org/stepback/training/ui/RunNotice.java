package org.stepback.training.ui;

import com.vaadin.flow.component.html.Paragraph;

/// A sentence about a run: why it stands, what has changed, or why an intent was refused.
final class RunNotice extends Paragraph {
    private boolean refused;

    RunNotice() {
        addClassName("notice");
        getElement()
                .setAttribute("role", "status")
                .setAttribute("tabindex", "0"); // where it is long, it opens on focus
    }

    /// Stands until [#forgive], as something else is attempted or the cells change.
    void refuse(String sentence) {
        say("problem", sentence);
        refused = true;
    }

    void forgive() {
        refused = false;
    }

    void say(String style, String sentence) {
        if (refused) {
            return;
        }
        if (!sentence.equals(getText()) || sentence.isEmpty() == isVisible()) {
            setClassName("notice " + style);
            setText(sentence);
            setVisible(!sentence.isEmpty());
        }
    }
}
