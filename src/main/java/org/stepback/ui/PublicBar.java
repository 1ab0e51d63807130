package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;

/// The bar above a page that anybody may see: a link to the course, light or dark.
public final class PublicBar extends Header {
    /// @param title the title behind the link to the course, if any
    public PublicBar(Component... title) {
        var home = new Anchor(".", "Stepback");
        home.addClassName("app-name");
        add(home);
        add(title);
        add(Styled.div("end", new ColorSchemeToggle()));
        addClassName("app-bar");
    }
}
