package org.stepback.ui;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// The sessions in which nobody is signed in: anybody makes one with each request. They end after minutes without a
/// sign, and each network address has so many; where there is one too many, the oldest without an open page ends.
///
/// A session counts no more when somebody signs in. So whom the lab knows comes in, whoever else asks.
@Component
final class StrangerSessions implements HttpSessionListener, HttpSessionAttributeListener, MeterBinder {
    private final Supplier<Set<String>> withPages;
    private final int perAddress;
    private final Duration silence;
    private final Duration silenceOfKnown;
    private final Map<HttpSession, Visitor> open = new LinkedHashMap<>();
    private final Map<Visitor, Integer> counts = new HashMap<>();

    @Autowired
    StrangerSessions(
            OpenPages pages,
            @Value("${stepback.strangers.sessions-per-address}") int perAddress,
            @Value("${stepback.strangers.silence}") Duration silence,
            @Value("${server.servlet.session.timeout}") Duration silenceOfKnown) {
        this(pages::sessions, perAddress, silence, silenceOfKnown);
    }

    /// @param withPages gives the ids of the sessions that have an open page
    StrangerSessions(Supplier<Set<String>> withPages, int perAddress, Duration silence, Duration silenceOfKnown) {
        this.withPages = withPages;
        this.perAddress = perAddress;
        this.silence = silence;
        this.silenceOfKnown = silenceOfKnown;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stepback.sessions.strangers", this::count)
                .description("Sessions in which nobody is signed in")
                .register(registry);
    }

    synchronized int count() {
        return open.size();
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        Visitor address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                ? Visitor.address(present.getRequest())
                : Visitor.address("unknown");
        add(event.getSession(), address).ifPresent(oldest -> {
            SecurityLog.refused(address, "too many sessions without an account");
            end(oldest);
        });
    }

    private synchronized Optional<HttpSession> add(HttpSession session, Visitor address) {
        session.setMaxInactiveInterval((int) silence.toSeconds());
        open.put(session, address);
        if (counts.merge(address, 1, Integer::sum) <= perAddress) {
            return Optional.empty();
        }
        Set<String> keep = withPages.get();
        Optional<HttpSession> oldest = open.entrySet().stream()
                .filter(each -> each.getValue().equals(address))
                .map(Map.Entry::getKey)
                .filter(each -> each != session && !keep.contains(each.getId()))
                .findFirst();
        oldest.ifPresent(this::remove);
        return oldest;
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            // which is what was asked for
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        remove(event.getSession());
    }

    private synchronized void remove(HttpSession session) {
        Visitor address = open.remove(session);
        if (address != null) {
            counts.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    /// Somebody has signed in.
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(SPRING_SECURITY_CONTEXT_KEY)) {
            remove(event.getSession());
            event.getSession().setMaxInactiveInterval((int) silenceOfKnown.toSeconds());
        }
    }
}
