package org.stepback.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepback.Meters;
import org.stepback.OncePerMinute;

/// The log of what an operator needs to see of attacks: who was let in, what was refused, which limit was hit.
///
/// A line has the event, the visitor with the network address, and the first part of the path, and nothing that a
/// person has written. Many refusals of one kind within a minute are one line, so that an attack cannot fill the disk.
public final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("stepback.security");
    private static final OncePerMinute EVENTS = new OncePerMinute();

    private SecurityLog() {}

    /// @param reason a few words, such as "content too large"
    public static void refused(HttpServletRequest request, String reason) {
        Visitor visitor = Visitor.of(request);
        String address = visitor.stranger() ? "" : ", " + Visitor.address(request);
        refused(visitor, reason, address + ", " + path(request));
    }

    /// @param reason a few words, such as "too many connections"
    public static void refused(Visitor visitor, String reason) {
        refused(visitor, reason, "");
    }

    private static void refused(Visitor visitor, String reason, String where) {
        Meters.count(reason);
        EVENTS.note(reason + " " + visitor, System.nanoTime())
                .ifPresent(times -> LOG.warn("refused: {} ({}{}{})", reason, visitor, where, often(times)));
    }

    /// @param event a few words, such as "signed out"
    public static void happened(HttpServletRequest request, String event) {
        happened(request, Visitor.of(request), event);
    }

    /// @param visitor who is not yet, or no more, the request's
    public static void happened(HttpServletRequest request, Visitor visitor, String event) {
        happened(visitor, event, ", " + Visitor.address(request));
    }

    /// @param event what an operator did to the visitor
    public static void happened(Visitor visitor, String event) {
        happened(visitor, event, "");
    }

    private static void happened(Visitor visitor, String event, String where) {
        EVENTS.note(event + " " + visitor, System.nanoTime())
                .ifPresent(times -> LOG.info("{} ({}{}{})", event, visitor, where, often(times)));
    }

    private static String often(int times) {
        return times > 1 ? ", " + times + " times" : "";
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
