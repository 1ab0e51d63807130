package org.stepback.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Whether a page still hears what it is sent.
///
/// A browser notices that a message was lost on its way when the next one comes, and then asks for the whole page anew.
/// Where all parts of a page wait for an answer before they send more, there is no next one: it is sent here.
public final class Pulse {
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final UI page;
    private final Set<Delivery> watched = ConcurrentHashMap.newKeySet();
    private volatile long probedAt = System.nanoTime();

    /// All that was sent before is known to have come.
    private volatile long heardAt = System.nanoTime();

    private Pulse(UI page) {
        this.page = page;
    }

    /// Whether what is detached goes for good, and not only to be sent anew to a browser that has lost a message.
    public static boolean ends(DetachEvent event) {
        return !event.getUI().getInternals().getStateTree().isPreparingForResync();
    }

    /// A page's own. Called on its thread.
    static Pulse of(UI page) {
        Pulse known = ComponentUtil.getData(page, Pulse.class);
        if (known == null) {
            known = new Pulse(page);
            ComponentUtil.setData(page, Pulse.class, known);
        }
        return known;
    }

    void watch(Delivery delivery) {
        watched.add(delivery);
    }

    void forget(Delivery delivery) {
        watched.remove(delivery);
    }

    /// Asks the page for a sign where an answer is overdue. Called off the page's thread, by one thread.
    void beat() {
        long now = System.nanoTime();
        if (now - probedAt > PATIENCE_NANOS && watched.stream().anyMatch(each -> isOverdue(each, now))) {
            probedAt = now;
            page.access(this::probe);
        }
    }

    /// A page that nobody sees may have taken what was sent, and answer when it draws it.
    private boolean isOverdue(Delivery delivery, long now) {
        long sentAt = delivery.sentAt();
        return delivery.isUnderWay() && now - sentAt > PATIENCE_NANOS && sentAt - heardAt > 0;
    }

    private void probe() {
        long now = System.nanoTime();
        page.getPage().executeJs("return 0").then(_ -> heardAt = now);
    }
}
