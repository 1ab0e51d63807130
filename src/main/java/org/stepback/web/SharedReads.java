package org.stepback.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Bounds how often strangers behind one network address read what others share. Who is signed in may always read.
@Component
public final class SharedReads {
    /// What a stranger is told.
    public static final String SENTENCE = "Shared notebooks are being opened too often from your network's address."
            + " Please try again in a minute, or enter as a guest.";

    private final TimedShare pages;
    private final TimedShare texts;

    /// @param perMinute how often, behind one address
    SharedReads(@Value("${stepback.shared.reads-per-minute-and-address}") int perMinute, Clock clock) {
        pages = new TimedShare(perMinute, Duration.ofMinutes(1), clock);
        texts = new TimedShare(perMinute, Duration.ofMinutes(1), clock);
    }

    /// Returns false where the address of a stranger has had its share of pages, which are empty at first.
    boolean takePage(HttpServletRequest request) {
        return take(pages, request);
    }

    /// Returns false where the address of a stranger has had its share of texts, which a page asks for by itself.
    public boolean takeText(HttpServletRequest request) {
        return take(texts, request);
    }

    private static boolean take(TimedShare share, HttpServletRequest request) {
        if (request.getUserPrincipal() != null
                || share.take(Visitor.address(request).name())) {
            return true;
        }
        SecurityLog.refused(request, "too many shared notebooks of one minute");
        return false;
    }
}
