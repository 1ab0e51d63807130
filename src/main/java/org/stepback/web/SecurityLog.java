package org.stepback.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepback.Meters;

/// The log of what an operator needs to see of attacks: who was let in, what was refused, which limit was hit.
///
/// A line has the event, the visitor and the first part of the path, and nothing that a person has written. Many
/// refusals of one kind within a minute are one line, so that an attack cannot fill the disk.
@Component
public final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("stepback.security");

    private final OncePerMinute refusals = new OncePerMinute();

    /// @param reason a few words, such as "content too large"
    public void refused(HttpServletRequest request, String reason) {
        Meters.limitHit(reason);
        Visitor visitor = Visitor.of(request);
        refusals.note(reason + " " + visitor, System.nanoTime())
                .ifPresent(times -> LOG.warn(
                        "refused: {} ({}, {}{})",
                        reason,
                        visitor,
                        path(request),
                        times > 1 ? ", " + times + " times" : ""));
    }

    /// @param event a few words, such as "guest came in"
    public void happened(HttpServletRequest request, String event) {
        LOG.info("{} ({}, {})", event, Visitor.of(request), Visitor.address(request));
    }

    /// The first part alone: what follows may be the secret of a shared notebook.
    private static String path(HttpServletRequest request) {
        String[] parts = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/", 3);
        String first = parts.length > 1 ? parts[1].replaceAll("[^\\w.-]", "?") : "";
        return "/" + first.substring(0, Math.min(first.length(), 40));
    }
}
