package org.stepback.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Works on few requests of one address at a time, so that one address never has all processors.
///
/// A request waits for its turn without a thread of the machine, as all threads of requests are virtual ones. Files
/// need no turn: they cost no work, and a slow network may need long for them. The body has been read by [BodyFilter].
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class TurnsFilter extends OncePerRequestFilter {
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final ConcurrentHashMap<String, Turns> addresses = new ConcurrentHashMap<>();
    private final int atOnce = 2 * Runtime.getRuntime().availableProcessors();

    /// The turns of one address.
    private static final class Turns extends Semaphore {
        private int users;

        private Turns(int atOnce) {
            super(atOnce, true);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null
                && request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = Visitor.address(request).name();
        Turns turns = addresses.compute(address, (_, known) -> {
            Turns one = known == null ? new Turns(atOnce) : known;
            one.users++;
            return one;
        });
        try {
            take(turns, request, response, chain);
        } finally {
            addresses.compute(address, (_, known) -> --turns.users == 0 ? null : known);
        }
    }

    private static void take(Turns turns, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isTaken(turns)) {
            SecurityLog.refused(request, "too many requests at once");
            Refusal.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too much comes from your network at this moment. Please try again in some seconds.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.release();
        }
    }

    private static boolean isTaken(Turns turns) {
        try {
            return turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
