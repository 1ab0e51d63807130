package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// The path of the lab that a visitor asked for before entering. The server keeps it in their session.
public final class PendingDestination {
    /// The session's attribute that has the path.
    public static final String ATTRIBUTE = "stepback.errand";

    private PendingDestination() {}

    /// Returns the path; it stays known until [#done].
    static Optional<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String path
                ? Optional.of(path)
                : Optional.empty();
    }

    static void done(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
