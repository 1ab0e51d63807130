package org.stepback.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses the page of a shared notebook where [SharedReads] would refuse its text. It comes after the security, which
/// knows who asks.
@Component
final class SharedReadsFilter extends OncePerRequestFilter {
    private static final String SHARED = "/shared/";

    private final SharedReads reads;

    SharedReadsFilter(SharedReads reads) {
        this.reads = reads;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + SHARED);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (reads.takePage(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            Refusal.write(request, response, HttpStatus.TOO_MANY_REQUESTS, SharedReads.SENTENCE);
        }
    }
}
