package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// Where a visitor was going when the door was in the way: a path of the lab, which the server keeps in their session.
public final class PendingDestination {
    /// The session's attribute that has the path.
    public static final String ATTRIBUTE = "stepback.errand";

    private PendingDestination() {}

    /// The path, which stays known until the errand is done.
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
