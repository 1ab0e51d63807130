package org.stepback.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Sessions that anybody makes are few and short; those of people who are signed in are neither.
class StrangerSessionsTest {
    private final Set<String> withPages = new HashSet<>();
    private final StrangerSessions sessions =
            new StrangerSessions(() -> withPages, 2, Duration.ofMinutes(5), Duration.ofMinutes(60));

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    private MockHttpSession session(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    private void signIn(MockHttpSession session) {
        sessions.attributeAdded(new HttpSessionBindingEvent(session, SPRING_SECURITY_CONTEXT_KEY, "someone"));
    }

    @Test
    void an_address_has_so_many_and_the_oldest_goes() {
        MockHttpSession oldest = session("10.0.0.1");
        MockHttpSession second = session("10.0.0.1");
        MockHttpSession elsewhere = session("10.0.0.2");
        MockHttpSession last = session("10.0.0.1");
        assertThat(oldest.isInvalid()).isTrue();
        assertThat(second.isInvalid()).isFalse();
        assertThat(elsewhere.isInvalid()).isFalse();
        assertThat(last.isInvalid()).isFalse();
        assertThat(sessions.count()).isEqualTo(3);
    }

    @Test
    void one_with_an_open_page_stays() {
        MockHttpSession reader = session("10.0.0.1");
        withPages.add(reader.getId());
        MockHttpSession other = session("10.0.0.1");
        MockHttpSession last = session("10.0.0.1");
        assertThat(reader.isInvalid()).isFalse();
        assertThat(other.isInvalid()).isTrue();
        assertThat(last.isInvalid()).isFalse();
    }

    @Test
    void who_signs_in_counts_no_more_and_stays_longer() {
        MockHttpSession person = session("10.0.0.1");
        assertThat(person.getMaxInactiveInterval()).isEqualTo(300);
        signIn(person);
        assertThat(person.getMaxInactiveInterval()).isEqualTo(3600);
        for (int i = 0; i < 10; i++) {
            session("10.0.0.1");
        }
        assertThat(person.isInvalid()).isFalse();
        assertThat(sessions.count()).isEqualTo(2);
    }

    @Test
    void one_that_ends_by_itself_makes_room() {
        MockHttpSession first = session("10.0.0.1");
        MockHttpSession second = session("10.0.0.1");
        sessions.sessionDestroyed(new HttpSessionEvent(second));
        session("10.0.0.1");
        assertThat(first.isInvalid()).isFalse();
    }
}
