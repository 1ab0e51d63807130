package org.stepback.notebook.ui;

import com.vaadin.flow.router.InvalidLocationException;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationState;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.stepback.account.SignedIn;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.notebook.SharedNotebooks;

/// Answers 404 for an address that leads nowhere. The page says so in words, but it is built after that answer.
@org.springframework.stereotype.Component
final class AddressStatus implements VaadinServiceInitListener {
    private final CourseCatalog catalog;
    private final OwnNotebooks own;
    private final SharedNotebooks shared;

    AddressStatus(CourseCatalog catalog, OwnNotebooks own, SharedNotebooks shared) {
        this.catalog = catalog;
        this.own = own;
        this.shared = shared;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        Router router = event.getSource().getRouter();
        event.addIndexHtmlRequestListener(page -> answer(router, page));
    }

    private void answer(Router router, IndexHtmlResponse page) {
        String path = Optional.ofNullable(page.getVaadinRequest().getPathInfo()).orElse("/");
        if (!leadsSomewhere(router, path.substring(1))) {
            UnknownNotebooks.log(page.getVaadinRequest(), path.substring(1));
            page.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean leadsSomewhere(Router router, String path) {
        try {
            return router.resolveNavigationTarget(new Location(path))
                    .filter(this::isThere)
                    .isPresent();
        } catch (InvalidLocationException damaged) {
            return false;
        }
    }

    private boolean isThere(NavigationState state) {
        List<String> path = new Location(state.getResolvedPath()).getSegments();
        String last = path.getLast();
        return switch (path.getFirst()) {
            case "exercise" -> catalog.exercise(last).isPresent();
            case "notebook" ->
                SignedIn.isAnybody()
                        && own.list(SignedIn.current().id()).stream()
                                .anyMatch(entry -> entry.id().equals(last));
            case SharedView.ADDRESS -> isShared(last);
            default -> true;
        };
    }

    private boolean isShared(String token) {
        try {
            shared.edition(token);
            return true;
        } catch (RefusedException noSuchNotebook) {
            return false;
        }
    }
}
