package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.UUID;
import org.stepback.account.PendingDestination;
import org.stepback.account.SignedIn;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.SharedNotebooks;
import org.stepback.notebook.report.SharedReports;
import org.stepback.notebook.report.SharedReports.Report;
import org.stepback.ui.Prose;
import org.stepback.ui.PublicBar;
import org.stepback.web.SharedReads;

/// A notebook that somebody shares, as it reads: nothing on it can be changed.
@Route(value = SharedView.ADDRESS, autoLayout = false)
@AnonymousAllowed
class SharedView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    static final String ADDRESS = "shared";

    private final SharedNotebooks notebooks;
    private final OwnNotebooks own;
    private final SharedReports reports;
    private final SharedReads reads;
    private String title = "";

    SharedView(SharedNotebooks notebooks, OwnNotebooks own, SharedReports reports, SharedReads reads) {
        this.notebooks = notebooks;
        this.own = own;
        this.reports = reports;
        this.reads = reads;
        addClassName("shared-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        removeAll();
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (!reads.takeText(request)) {
            add(new PublicBar(), tooMany());
            return;
        }
        try {
            show(token, reports.read(token));
        } catch (RefusedException noSuchNotebook) {
            UnknownNotebooks.log(request, event.getLocation().getPath());
            throw new NotFoundException(noSuchNotebook.getMessage());
        }
    }

    private Main tooMany() {
        title = "Please wait";
        var text =
                new Main(new H1(title), new Paragraph(SharedReads.SENTENCE), new Anchor("enter", "Enter as a guest"));
        text.addClassName("message-page");
        return text;
    }

    private void show(String token, Report shared) {
        title = shared.title();
        var heading = new H1(title);
        var report = new Prose(shared.html());
        report.getElement().getClassList().add("report");
        var content = new Main(heading, copy(token), report);
        content.addClassName("column");
        add(new PublicBar(), content);
    }

    private static Component door(String token) {
        VaadinSession.getCurrent().getSession().setAttribute(PendingDestination.ATTRIBUTE, "/" + ADDRESS + "/" + token);
        var hint = new Paragraph(new Anchor("enter", "Enter as a guest"));
        hint.add(" to copy this notebook into your own.");
        return hint;
    }

    private Component copy(String token) {
        if (!SignedIn.isAnybody()) {
            return door(token);
        }
        UUID reader = SignedIn.current().id();
        var copy = new NativeButton("Copy into my notebooks");
        copy.addClassName("button");
        copy.addClickListener(_ -> copy(reader, token, copy));
        return copy;
    }

    private void copy(UUID reader, String token, NativeButton button) {
        try {
            String id = own.copy(reader, notebooks.open(token).notebook()).id();
            getUI().ifPresent(ui -> ui.navigate("notebook/" + id));
        } catch (RefusedException refused) {
            button.setText(refused.getMessage());
            button.setEnabled(false);
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Stepback";
    }
}
