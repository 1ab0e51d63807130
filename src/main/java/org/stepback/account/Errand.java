package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// Where a visitor was going when the door was in the way: a path of the lab, which the server keeps in their session.
public final class Errand {
    /// The session's attribute that has the path.
    public static final String ATTRIBUTE = "stepback.errand";

    private Errand() {}

    /// The path, which is forgotten with that.
    static Optional<String> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String path)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(path);
    }
}
