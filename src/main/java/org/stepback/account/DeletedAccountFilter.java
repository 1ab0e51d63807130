package org.stepback.account;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads a person to the door, with a sentence, whose account was deleted while they were signed in. Each page that is
/// loaded asks.
@Component
class DeletedAccountFilter extends OncePerRequestFilter {
    private final ObjectProvider<Accounts> accounts;

    /// @param accounts asked for at the first page: a filter is made before the database is known to be fit for use
    DeletedAccountFilter(ObjectProvider<Accounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return !request.getMethod().equals("GET") || accept == null || !accept.contains("text/html");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SignedIn.isAnybody() || exists()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        if (request.getSession(false) != null) {
            // its other pages may still be answered, so the session itself stays
            request.getSession().removeAttribute(SPRING_SECURITY_CONTEXT_KEY);
        }
        response.sendRedirect(request.getContextPath() + SecurityConfiguration.DOOR + "?deleted");
    }

    private boolean exists() {
        try {
            return accounts.getObject().exists(SignedIn.current().id());
        } catch (DataAccessException unknown) {
            return true; // the page says what is wrong with the database
        }
    }
}
