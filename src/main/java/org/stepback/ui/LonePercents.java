package org.stepback.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads an address with a `%` that is not followed by its two digits to the one that was meant, as where somebody has
/// typed `?noise=10%`: whoever read its parameters would refuse it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LonePercents extends OncePerRequestFilter {
    private static final Pattern LONE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern SLASHES = Pattern.compile("^/+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query == null
                || !request.getMethod().equals("GET")
                || !LONE.matcher(query).find()) {
            chain.doFilter(request, response);
            return;
        }
        // one slash, since two would lead to another host
        String path = SLASHES.matcher(request.getRequestURI()).replaceFirst("/");
        response.sendRedirect(path + "?" + LONE.matcher(query).replaceAll("%25"));
    }
}
