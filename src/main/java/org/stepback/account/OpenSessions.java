package org.stepback.account;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

/// The sessions of each person, so that all of them can be ended.
@Component
class OpenSessions implements HttpSessionAttributeListener {
    private final ConcurrentMap<UUID, Set<HttpSession>> open = new ConcurrentHashMap<>();

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        person(event).ifPresent(id -> open.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet())
                .add(event.getSession()));
    }

    /// Also when its session ends.
    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        person(event)
                .ifPresent(id -> open.computeIfPresent(id, (_, sessions) -> {
                    sessions.remove(event.getSession());
                    return sessions.isEmpty() ? null : sessions;
                }));
    }

    private static Optional<UUID> person(HttpSessionBindingEvent event) {
        return event.getValue() instanceof SecurityContext context
                ? SignedIn.in(context).map(SignedIn::id)
                : Optional.empty();
    }

    /// Ends every session of a person; pages that are open go to the door.
    void end(UUID person) {
        for (HttpSession session : Set.copyOf(open.getOrDefault(person, Set.of()))) {
            try {
                session.invalidate();
            } catch (IllegalStateException endedMeanwhile) {
                // which is what was asked for
            }
        }
    }
}
