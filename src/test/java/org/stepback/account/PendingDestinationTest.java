package org.stepback.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PendingDestinationTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void an_errand_stays_known_until_it_is_done() {
        request.getSession().setAttribute(PendingDestination.ATTRIBUTE, "/shared/x");

        assertThat(PendingDestination.of(request)).contains("/shared/x");
        assertThat(PendingDestination.of(request)).contains("/shared/x");
        PendingDestination.done(request);
        assertThat(PendingDestination.of(request)).isEmpty();
    }

    @Test
    void without_a_session_there_is_none() {
        assertThat(PendingDestination.of(request)).isEmpty();
        PendingDestination.done(request);
        assertThat(request.getSession(false)).isNull();
    }
}
