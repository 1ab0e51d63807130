package org.stepback.playground.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import org.stepback.ui.ColorSchemeToggle;

/// The bar at the page's top: the way home, and the colours.
final class PlaygroundHeader extends Header {
    PlaygroundHeader() {
        var home = new Anchor("/", "Stepback");
        home.addClassName("app-name");
        var end = new Div(new ColorSchemeToggle());
        end.addClassName("end");
        add(home, new H1("Playground"), end);
        addClassName("app-bar");
    }
}
