package org.stepback.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Counts the pages that are open in all browsers, for an operator.
@Component
class OpenPages implements VaadinServiceInitListener {
    private final AtomicInteger open;

    OpenPages(MeterRegistry registry) {
        open = registry.gauge("stepback.pages", new AtomicInteger());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            open.incrementAndGet();
            init.getUI().addDetachListener(detach -> {
                if (ConnectionProbe.ends(detach)) {
                    open.decrementAndGet();
                }
            });
        });
    }
}
