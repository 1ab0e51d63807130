package org.stepback.account;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;

/// The person behind the present request.
public final class SignedIn extends User {
    @Serial
    private static final long serialVersionUID = 1;

    private final UUID id;
    private final String displayName;

    SignedIn(Account account) {
        super(account.id().toString(), account.secret(), List.of());
        this.id = account.id();
        this.displayName = account.name();
    }

    public UUID id() {
        return id;
    }

    /// Returns the name of this person on the page, such as "Guest 4821".
    public String displayName() {
        return displayName;
    }

    /// Returns whether anybody is signed in, which only the pages that are open to all need to ask.
    public static boolean isAnybody() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }

    /// @throws IllegalStateException where nobody is signed in; every page but the door is closed to such requests
    public static SignedIn current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            return person;
        }
        throw new IllegalStateException("Nobody is signed in.");
    }
}
