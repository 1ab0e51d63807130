package org.stepback.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/// The page for an address that leads nowhere.
@PageTitle("Not found · Stepback")
@AnonymousAllowed
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {
    NotFoundPage() {
        var content = new Main(
                new H1("There is no such page"),
                new Paragraph("The address may be misspelt, or the exercise may have been renamed by its teacher."),
                new Anchor(".", "Go to the course"));
        content.addClassName("message-page");
        add(new PublicBar(), content);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
