package org.stepback.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// Bounds the pages that are open, since each takes a megabyte, and closes those that give no sign any more.
///
/// A page that is closed here says why, and comes back by a press.
@Component
@EnableConfigurationProperties(PageLimits.class)
final class OpenPages implements VaadinServiceInitListener, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);

    /// A browser's heart beats each minute, in hidden tabs a little later.
    private static final long SILENT_MILLIS = 90_000;

    private static final long GONE_MILLIS = 200_000;
    private static final long ROUND_SECONDS = 10;

    /// A browser has so long to show why its page is closed.
    private static final long GRACE_SECONDS = 5;

    /// The browser stops asking the server, and shows a dialog that leaves by loading the page again.
    private static final String SAY_WHY = """
            this.stopApplication();
            const dialog = document.createElement('dialog');
            dialog.className = 'page-closed';
            const why = document.createElement('p');
            why.textContent = $0;
            const again = document.createElement('button');
            again.className = 'button primary';
            again.textContent = $1;
            again.onclick = () => location.reload();
            dialog.append(why, again);
            dialog.onclose = () => dialog.showModal();
            document.body.append(dialog);
            dialog.showModal();
            """;

    private final PageBounds<Page> bounds;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("page-closer").daemon().factory());

    private record Page(UI ui, ConnectionProbe probe) {
        /// Returns for how long the page gave no sign.
        long silentMillis() {
            UIInternals internals = ui.getInternals();
            return probe.isHeard() ? 0 : System.currentTimeMillis() - internals.getLastHeartbeatTimestamp();
        }
    }

    OpenPages(PageLimits limits) {
        bounds =
                new PageBounds<>(limits, Runtime.getRuntime().maxMemory(), page -> page.silentMillis() > SILENT_MILLIS);
        clock.scheduleWithFixedDelay(this::closeGone, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stepback.pages", () -> bounds.pages().size())
                .description("Pages that are open")
                .register(registry);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::opened);
    }

    private void opened(UIInitEvent event) {
        UI ui = event.getUI();
        var page = new Page(ui, ConnectionProbe.of(ui));
        ui.addDetachListener(detached -> {
            if (ConnectionProbe.ends(detached)) {
                bounds.remove(page);
            }
        });
        String session = event.getUI().getSession().getSession().getId();
        bounds.add(page, new PageBounds.Holder(Visitor.of(VaadinServletRequest.getCurrent()), session))
                .forEach(this::close);
    }

    /// Returns the ids of the sessions that have an open page.
    Set<String> sessions() {
        return bounds.sessions();
    }

    private void close(PageBounds.Going<Page> going) {
        SecurityLog.refused(going.visitor(), "pages");
        UI ui = going.page().ui();
        access(ui, () -> {
            ui.getPage().executeJs(SAY_WHY, going.why(), "Open it again");
            PushConnection connection = ui.getInternals().getPushConnection();
            if (connection != null && connection.isConnected()) {
                clock.schedule(() -> access(ui, () -> remove(ui)), GRACE_SECONDS, TimeUnit.SECONDS);
            } else {
                remove(ui);
            }
        });
    }

    private void closeGone() {
        for (Page page : bounds.pages()) {
            if (page.silentMillis() > GONE_MILLIS) {
                bounds.remove(page);
                access(page.ui(), () -> remove(page.ui()));
            }
        }
    }

    private static void remove(UI ui) {
        VaadinSession session = ui.getSession();
        if (session != null) {
            session.removeUI(ui);
        }
    }

    private static void access(UI ui, Command task) {
        try {
            ui.access(task);
        } catch (UIDetachedException e) {
            LOG.debug("A page was closed already.", e);
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
