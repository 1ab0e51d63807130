package org.stepback.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ErrandTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void an_errand_stays_known_until_it_is_done() {
        request.getSession().setAttribute(Errand.ATTRIBUTE, "/shared/x");

        assertThat(Errand.of(request)).contains("/shared/x");
        assertThat(Errand.of(request)).contains("/shared/x");
        Errand.done(request);
        assertThat(Errand.of(request)).isEmpty();
    }

    @Test
    void without_a_session_there_is_none() {
        assertThat(Errand.of(request)).isEmpty();
        Errand.done(request);
        assertThat(request.getSession(false)).isNull();
    }
}
