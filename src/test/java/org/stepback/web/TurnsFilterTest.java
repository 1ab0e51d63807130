package org.stepback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// One address never has all processors.
class TurnsFilterTest {
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final TurnsFilter filter = new TurnsFilter();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);

    private Thread request(String address, String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        return Thread.startVirtualThread(() -> {
            try {
                filter.doFilter(request, new MockHttpServletResponse(), (_, _) -> {
                    begun.incrementAndGet();
                    await(held);
                });
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void of_many_requests_of_one_address_few_are_worked_on_and_those_of_others_at_once() throws Exception {
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 5 * AT_ONCE; i++) {
            waiting.add(request("203.0.113.7", "/enter"));
        }
        Awaitility.await().until(() -> begun.get() == AT_ONCE);
        Awaitility.await().until(() -> waiting.stream()
                .allMatch(thread ->
                        thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING));
        assertThat(begun).hasValue(AT_ONCE);

        waiting.add(request("203.0.113.8", "/enter"));
        Awaitility.await().until(() -> begun.get() == AT_ONCE + 1);

        waiting.add(request("203.0.113.7", "/VAADIN/build/page.js"));
        Awaitility.await().until(() -> begun.get() == AT_ONCE + 2);

        held.countDown();
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(begun).hasValue(5 * AT_ONCE + 2);
    }
}
