package org.stepback.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the body of each request before anything else sees the request, within bounds of bytes and time.
///
/// A body that is too large is refused as soon as that is known; nothing of it is parsed. So no thread of a page, no
/// lock of a session and no transaction ever waits for a visitor's network.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyFilter extends OncePerRequestFilter {
    private static final Pattern KIND = Pattern.compile("^(?:.*&)?v-r=([a-z]*).*$|^.*$");
    private static final int AT_ONCE = 8192;
    private static final long LEAST_BUDGET = 4_000_000;
    private static final int HEAP_PARTS = 200;

    private final BodyLimits limits;
    private final BodyBudget budget;

    BodyFilter(BodyLimits limits) {
        this.limits = limits;
        long total = Math.max(LEAST_BUDGET, Runtime.getRuntime().maxMemory() / HEAP_PARTS);
        this.budget = new BodyBudget(total, Math.max(2 * limits.page().toBytes(), total / 4));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        String visitor = Visitor.of(request).name();
        Reading reading = new Reading(visitor);
        long most = mostBytes(request);
        try {
            HttpStatus refused = reading.read(request, most);
            if (refused == null) {
                chain.doFilter(new RequestBody(request, reading.bytes.toByteArray()), response);
            } else {
                SecurityLog.refused(request, refused.getReasonPhrase().toLowerCase(Locale.ROOT));
                Refusal.write(request, response, refused, sentence(refused, most));
            }
        } finally {
            budget.giveBack(visitor, reading.taken);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private long mostBytes(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String kind = KIND.matcher(query).replaceAll("$1");
        return limits.of(path, kind);
    }

    private String sentence(HttpStatus why, long most) {
        return switch (why) {
            case CONTENT_TOO_LARGE -> "This is too large: at most %,d bytes can be sent here.".formatted(most);
            case UNSUPPORTED_MEDIA_TYPE -> "The lab takes a file by itself, not a form with files.";
            case REQUEST_TIMEOUT ->
                "The request did not come whole within %d seconds."
                        .formatted(limits.time().toSeconds());
            default -> "Too much is being sent at this moment. Please try again in some seconds.";
        };
    }

    /// The reading of one body.
    private final class Reading {
        private final String visitor;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long taken;

        private Reading(String visitor) {
            this.visitor = visitor;
        }

        /// Returns why the body is refused; nothing where it has been read.
        private @Nullable HttpStatus read(HttpServletRequest request, long most) throws IOException {
            String type = request.getContentType();
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            }
            if (request.getContentLengthLong() > most) {
                return HttpStatus.CONTENT_TOO_LARGE;
            }
            long end = System.nanoTime() + limits.time().toNanos();
            byte[] some = new byte[AT_ONCE];
            InputStream body = request.getInputStream();
            for (int read = body.read(some); read >= 0; read = body.read(some)) {
                if (bytes.size() + read > most) {
                    return HttpStatus.CONTENT_TOO_LARGE;
                }
                if (System.nanoTime() > end) {
                    return HttpStatus.REQUEST_TIMEOUT;
                }
                if (!budget.take(visitor, read)) {
                    return HttpStatus.SERVICE_UNAVAILABLE;
                }
                taken += read;
                bytes.write(some, 0, read);
            }
            return null;
        }
    }
}
