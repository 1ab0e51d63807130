package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The beat to which live parts of pages refresh themselves: up to ten times a second, while they are on a page.
///
/// A part first says, without holding its page, whether there is anything new; only then is the page locked and pushed.
@org.springframework.stereotype.Component
public final class PageTicker {
    private static final Logger log = LoggerFactory.getLogger(PageTicker.class);
    private static final long BEAT_MILLIS = 100;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("page-ticker").daemon().factory());
    private final Set<Live> parts = ConcurrentHashMap.newKeySet();

    private record Live(
            UI ui, ConnectionProbe pulse, BooleanSupplier hasNews, Runnable refresh, AtomicBoolean waiting) {
        void beat() {
            pulse.beat();
            if (hasNews.getAsBoolean()) {
                offer();
            }
        }

        /// At most one refresh waits for its page, however long that page is busy.
        private void offer() {
            if (waiting.compareAndSet(false, true)) {
                ConnectionProbe.access(ui, () -> {
                    waiting.set(false);
                    refresh.run();
                });
            }
        }
    }

    PageTicker() {
        clock.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Refreshes a part at each beat that has news for it, from when it is attached to a page until it is detached.
    ///
    /// @param hasNews asked off the page's thread, so it reads only what is safe to read from any thread
    /// @param refresh run with the page locked
    public void refresh(Component part, BooleanSupplier hasNews, Runnable refresh) {
        part.addAttachListener(attached -> {
            var live = new Live(
                    attached.getUI(), ConnectionProbe.of(attached.getUI()), hasNews, refresh, new AtomicBoolean());
            parts.add(live);
            part.addDetachListener(detached -> {
                parts.remove(live);
                detached.unregisterListener();
            });
        });
    }

    private void beat() {
        for (Live part : parts) {
            try {
                if (part.ui().isClosing()) {
                    parts.remove(part);
                } else {
                    part.beat();
                }
            } catch (RuntimeException | Error e) {
                parts.remove(part); // its page has gone, or fails each time; the others go on
                log.debug("A live part of a page was let go.", e);
            }
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
