package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import org.stepback.ui.Styled;

/// A cell's locked settings in one line of words, which opens to their fields.
final class SettingsFold extends NativeDetails {
    private final Div fields = Styled.div("cell-fields");
    private final Div more = Styled.div("cell-fields");

    SettingsFold() {
        addClassNames("more-settings", "settings-fold");
        setContent(new Div(fields, more));
    }

    /// The place of the fields.
    Div fields() {
        return fields;
    }

    /// The place of what follows them.
    Div more() {
        return more;
    }

    /// @param words what the settings are; where there are none, there is no fold
    void show(String words) {
        setSummaryText(words);
        setVisible(!words.isEmpty());
    }
}
