package org.stepback.notebook.ui;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.stepback.web.SecurityLog;

/// Logs that somebody asks for a notebook that is none, or not theirs: a link may have been guessed or taken back.
final class UnknownNotebooks {
    private UnknownNotebooks() {}

    /// @param address of the page, within the lab
    static void log(VaadinRequest request, String address) {
        String kind = address.split("/", 2)[0];
        if (request instanceof HttpServletRequest asked
                && (kind.equals("notebook") || kind.equals(SharedView.ADDRESS))) {
            SecurityLog.refused(
                    asked,
                    kind.equals(SharedView.ADDRESS)
                            ? "a link of a shared notebook that is none"
                            : "a notebook that is none, or another person's");
        }
    }
}
