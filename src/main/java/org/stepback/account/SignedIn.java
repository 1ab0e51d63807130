package org.stepback.account;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;

/// The person behind the present request.
public final class SignedIn extends User {
    @Serial
    private static final long serialVersionUID = 1;

    private final UUID id;
    private final String displayName;
    private final String secret;

    SignedIn(Account account) {
        super(account.id().toString(), account.secret(), List.of());
        this.id = account.id();
        this.displayName = account.name();
        this.secret = account.secret();
    }

    public UUID id() {
        return id;
    }

    /// Returns the name of this person on the page, such as "Guest 4821".
    public String displayName() {
        return displayName;
    }

    /// Returns whether this is the secret with which the person came in: another one ends what they came in by.
    boolean cameWith(String secret) {
        return this.secret.equals(secret);
    }

    /// Returns whether anybody is signed in, which only the pages that are open to all need to ask.
    public static boolean isAnybody() {
        return in(SecurityContextHolder.getContext()).isPresent();
    }

    /// @throws IllegalStateException where nobody is signed in; every page but the door is closed to such requests
    public static SignedIn current() {
        return in(SecurityContextHolder.getContext())
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
    }

    /// Returns the person of a session or request, if somebody is signed in there.
    static Optional<SignedIn> in(SecurityContext context) {
        return Optional.ofNullable(context.getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
