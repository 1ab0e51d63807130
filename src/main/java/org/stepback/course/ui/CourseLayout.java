package org.stepback.course.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import org.stepback.account.SignedIn;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.ui.BarParts;
import org.stepback.ui.ColorSchemeToggle;
import org.stepback.ui.Styled;

/// The shell around every page of a signed-in person: the course's name, who they are, light or dark.
@Layout
@PermitAll
class CourseLayout extends Div implements RouterLayout {
    private final Main content = new Main();
    private final Div parts = Styled.div("bar-parts");

    CourseLayout(CourseCatalog catalog) {
        addClassName("shell");
        var skip = new Anchor("#content", "Skip to the content");
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        add(skip, header(catalog.course().title()), content);
    }

    private Header header(String courseTitle) {
        var home = new RouterLink();
        home.setRoute(CourseView.class);
        home.addClassName("home-link");
        home.add(Styled.span("app-name", "Stepback"), Styled.span("course-title", courseTitle));
        SignedIn signedIn = SignedIn.current();
        var person =
                Styled.button("link-button person", signedIn.displayName(), () -> new LeaveDialog(signedIn).open());
        person.setTitle("Your work is kept, and this browser finds it again.");
        var playground = new Anchor("playground", "Playground");
        playground.addClassName("playground-link");
        var header = new Header(home, Styled.div("end", parts, playground, person, new ColorSchemeToggle()));
        header.addClassName("app-bar");
        return header;
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().appendChild(page.getElement());
        if (page instanceof BarParts own) {
            parts.add(own.barParts());
        }
    }

    @Override
    public void removeRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren();
        parts.removeAll();
    }
}
