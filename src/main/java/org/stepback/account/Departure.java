package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/// Who has just signed out in a browser: the door has it forget the person's texts that were never saved.
public final class Departure {
    /// The session's attribute that has the person's id.
    public static final String ATTRIBUTE = "stepback.left";

    private Departure() {}

    /// Notes it in a session of nobody.
    static void note(HttpServletRequest request, UUID person) {
        request.getSession().setAttribute(ATTRIBUTE, person);
    }
}
