package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;

/// The bar above a page that anybody may see: the way home, light or dark.
public final class PublicBar extends Header {
    /// @param title what stands beside the way home, if anything
    public PublicBar(Component... title) {
        var home = new Anchor("/", "Stepback");
        home.addClassName("app-name");
        var end = new Div(new ColorSchemeToggle());
        end.addClassName("end");
        add(home);
        add(title);
        add(end);
        addClassName("app-bar");
    }
}
