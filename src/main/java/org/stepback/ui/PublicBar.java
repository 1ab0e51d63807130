package org.stepback.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;

/// The bar above a page that anybody may see: the way home, light or dark.
public final class PublicBar extends Header {
    public PublicBar() {
        var home = new Anchor("/", "Stepback");
        home.addClassName("app-name");
        var end = new Div(new ColorSchemeToggle());
        end.addClassName("end");
        add(home, end);
        addClassName("app-bar");
    }
}
