package org.stepback.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/// Refuses a connection that a page of another site opens: a browser sends the cookie with it, and asks nobody.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class OriginFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.UPGRADE) == null || isOwn(request, request.getHeader(HttpHeaders.ORIGIN))) {
            chain.doFilter(request, response);
            return;
        }
        SecurityLog.refused(request, "connection of a foreign origin");
        Refusal.write(
                request, response, HttpStatus.FORBIDDEN, "A page of another site cannot open a connection to the lab.");
    }

    /// A program that is no browser sends no origin, and has no cookie of somebody else.
    private static boolean isOwn(HttpServletRequest request, @Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            UriComponents from = UriComponentsBuilder.fromUriString(origin).build();
            return request.getServerName().equalsIgnoreCase(from.getHost())
                    && request.getServerPort() == port(from)
                    && request.isSecure() == "https".equals(from.getScheme());
        } catch (InvalidUrlException damaged) {
            return false;
        }
    }

    private static int port(UriComponents origin) {
        int usual = "https".equals(origin.getScheme()) ? 443 : 80;
        return origin.getPort() > 0 ? origin.getPort() : usual;
    }
}
