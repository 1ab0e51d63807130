package org.stepback.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Finds out whether a page still hears what it is sent.
///
/// A browser notices that a message was lost on its way when the next one comes, and then asks for the whole page
/// again. If all parts of a page wait for an answer before they send more, or have nothing more to send, there is no
/// next one: it is sent here.
public final class ConnectionProbe {
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    /// After so long without a sign, a page that nothing is sent to is asked for one too.
    private static final long QUIET_NANOS = 15_000_000_000L;

    /// After so long it is taken to be gone, until it gives a sign again.
    private static final long GONE_NANOS = 45_000_000_000L;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final UI page;
    private final LongSupplier nanoTime;
    private volatile long probedAt;
    private volatile long sentAt;

    /// All that was sent until then is known to have come.
    private volatile long heardAt;

    ConnectionProbe(UI page, LongSupplier nanoTime) {
        this.page = page;
        this.nanoTime = nanoTime;
        probedAt = nanoTime.getAsLong();
        sentAt = probedAt;
        heardAt = probedAt;
    }

    /// Returns whether what is detached goes for good, and not only to be sent again to a browser that has lost a
    /// message.
    public static boolean ends(DetachEvent event) {
        return !isSentAnew(event.getUI());
    }

    /// Returns whether what is attached is shown for the first time. When it is sent again, Vaadin itself says so each
    /// time.
    public static boolean begins(AttachEvent event) {
        return event.isInitialAttach() && !isSentAnew(event.getUI());
    }

    private static boolean isSentAnew(UI page) {
        return page.getInternals().getStateTree().isPreparingForResync();
    }

    /// Returns a new number, by which a browser recognizes a view that is sent to it again.
    public static long number() {
        return NUMBERS.incrementAndGet();
    }

    /// Does a task with the page locked, which is sent what it changes, and sees that it comes. Any thread may ask.
    public static void access(UI page, Runnable task) {
        page.access(() -> {
            task.run();
            of(page).sent();
        });
    }

    /// Returns the probe of a page. It is called on the page's thread.
    public static ConnectionProbe of(UI page) {
        ConnectionProbe known = ComponentUtil.getData(page, ConnectionProbe.class);
        if (known == null) {
            known = new ConnectionProbe(page, System::nanoTime);
            ComponentUtil.setData(page, ConnectionProbe.class, known);
        }
        return known;
    }

    /// Notes that something is sent now.
    ///
    /// @return to be run when the browser has answered
    public Runnable sent() {
        long now = nanoTime.getAsLong();
        sentAt = now;
        return () -> heard(now);
    }

    private void heard(long sent) {
        if (sent - heardAt > 0) {
            heardAt = sent;
        }
    }

    /// Returns whether the page has lately given a sign that it is there. Any thread may ask; it is so for pages with
    /// live parts alone.
    public boolean isHeard() {
        return nanoTime.getAsLong() - heardAt < GONE_NANOS;
    }

    /// Asks the page for a sign where it is time to. Called off the page's thread, by one thread.
    void beat() {
        if (isToAsk()) {
            page.access(this::probe);
        }
    }

    /// Returns whether nothing says by now that what was sent came, or nothing was heard for a while; once in three
    /// seconds.
    boolean isToAsk() {
        long now = nanoTime.getAsLong();
        boolean silent = sentAt - heardAt > 0 && now - sentAt > PATIENCE_NANOS || now - heardAt > QUIET_NANOS;
        if (!silent || now - probedAt <= PATIENCE_NANOS) {
            return false;
        }
        probedAt = now;
        return true;
    }

    private void probe() {
        long now = nanoTime.getAsLong();
        page.getPage().executeJs("return 0").then(_ -> heard(now));
    }
}
