package org.stepback.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// The answer to a request that no page of the lab sees: a sentence, and headers by which a browser does nothing with
/// it.
public final class Refusal {
    /// The policy of answers that are no page of the lab, but for the sites that may frame them.
    public static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    /// What no page of the lab asks a browser for.
    public static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /// How long a browser remembers to come by HTTPS alone, once it has come so.
    public static final Duration HTTPS_REMEMBERED = Duration.ofDays(365);

    private Refusal() {}

    static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus why, String sentence)
            throws IOException {
        response.setStatus(why.value());
        response.setHeader(HttpHeaders.CONNECTION, "close"); // what is left of the request is not read
        guard(request, response);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter().println(sentence);
    }

    /// Sets the headers that the pages' security has no part in.
    public static void guard(HttpServletRequest request, HttpServletResponse response) {
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=" + HTTPS_REMEMBERED.toSeconds());
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY + "'none'");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
    }
}
