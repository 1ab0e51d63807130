package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.stepback.LatestMap;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// The signed cookie that brings a guest back, until the browser signs out.
///
/// A page that is still open may send a request in that very moment, with the cookie that is being taken away. It would
/// sign the browser in again; so a cookie that was taken away is worth nothing any more.
final class GuestCookie extends TokenBasedRememberMeServices {
    private static final int MOST = 10_000;

    /// The person, the end, the algorithm, and the signature.
    private static final int PARTS = 4;

    private static final int ALGORITHM = 2;

    private final Set<String> takenAway = Collections.newSetFromMap(LatestMap.of(MOST));

    GuestCookie(String key, UserDetailsService people) {
        super(key, people, RememberMeTokenAlgorithm.SHA256);
        setMatchingAlgorithm(RememberMeTokenAlgorithm.SHA256);
    }

    @Override
    protected @Nullable String extractRememberMeCookie(HttpServletRequest request) {
        String cookie = super.extractRememberMeCookie(request);
        return cookie == null || takenAway.contains(cookie) ? null : cookie;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        Authentication person = super.autoLogin(request, response);
        if (person != null) {
            SecurityLog.happened(request, Visitor.person(person.getName()), "a guest came back by the cookie");
        } else if (super.extractRememberMeCookie(request) != null) {
            SecurityLog.refused(request, "a guest's cookie that is worth nothing");
        }
        return person;
    }

    /// A cookie says which hash signs it, and Spring Security would believe it.
    @Override
    protected UserDetails processAutoLoginCookie(
            String[] parts, HttpServletRequest request, HttpServletResponse response) {
        if (parts.length == PARTS && !parts[ALGORITHM].equals(RememberMeTokenAlgorithm.SHA256.name())) {
            throw new InvalidCookieException("Only SHA-256 signs the guests' cookies.");
        }
        return super.processAutoLoginCookie(parts, request, response);
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        String cookie = super.extractRememberMeCookie(request);
        if (cookie != null) {
            takenAway.add(cookie);
        }
        super.logout(request, response, authentication);
    }
}
