package org.stepback.account;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

/// The sessions of each person, so that all of them can be ended.
@Component
class OpenSessions implements HttpSessionAttributeListener {
    private final ConcurrentMap<UUID, Map<HttpSession, SignedIn>> open = new ConcurrentHashMap<>();

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        person(event).ifPresent(person -> open.computeIfAbsent(person.id(), _ -> new ConcurrentHashMap<>())
                .put(event.getSession(), person));
    }

    /// Also when its session ends.
    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        person(event)
                .ifPresent(person -> open.computeIfPresent(person.id(), (_, sessions) -> {
                    sessions.remove(event.getSession());
                    return sessions.isEmpty() ? null : sessions;
                }));
    }

    private static Optional<SignedIn> person(HttpSessionBindingEvent event) {
        return event.getValue() instanceof SecurityContext context ? SignedIn.in(context) : Optional.empty();
    }

    Set<UUID> people() {
        return open.keySet();
    }

    /// Ends every session of a person; pages that are open go to the door.
    void end(UUID person) {
        int _ = end(person, _ -> true);
    }

    /// Ends the sessions of a person that began with another secret.
    ///
    /// @return their number
    int endOthers(UUID person, String secret) {
        return end(person, signedIn -> !signedIn.cameWith(secret));
    }

    private int end(UUID person, Predicate<SignedIn> ending) {
        List<HttpSession> sessions = open.getOrDefault(person, new ConcurrentHashMap<>()).entrySet().stream()
                .filter(each -> ending.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        sessions.forEach(OpenSessions::end);
        return sessions.size();
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            // which is what was asked for
        }
    }
}
