package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.stepback.LatestMap;

/// The signed cookie that brings a guest back, until the browser signs out.
///
/// A page that is still open may send a request in that very moment, with the cookie that is being taken away. It would
/// sign the browser in again; so a cookie that was taken away is worth nothing any more.
final class GuestCookie extends TokenBasedRememberMeServices {
    private static final int MOST = 10_000;

    private final Set<String> takenAway = Collections.newSetFromMap(LatestMap.of(MOST));

    GuestCookie(String key, UserDetailsService people) {
        super(key, people);
    }

    @Override
    protected @Nullable String extractRememberMeCookie(HttpServletRequest request) {
        String cookie = super.extractRememberMeCookie(request);
        return cookie == null || takenAway.contains(cookie) ? null : cookie;
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
