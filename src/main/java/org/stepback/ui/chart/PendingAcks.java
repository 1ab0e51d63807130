package org.stepback.ui.chart;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.stepback.ui.ConnectionProbe;

/// Counts the messages that a component has sent and its browser has not yet answered: more is better sent when they
/// have landed.
///
/// If the answer does not come, the page's [ConnectionProbe] finds out whether the network has lost the message.
public final class PendingAcks {
    private final AtomicInteger underWay = new AtomicInteger();
    private int life;

    /// Notes that something was sent.
    ///
    /// @param answer comes from the browser when it has taken it, or could not
    public void sent(PendingJavaScriptResult answer) {
        sent(answer, () -> {});
    }

    /// Notes that something was sent.
    ///
    /// @param answer comes from the browser when it has taken it, or could not
    /// @param landed run on the page's thread then, unless the page has gone meanwhile
    public void sent(PendingJavaScriptResult answer, Runnable landed) {
        int sentIn = life;
        Runnable heard = Optional.ofNullable(UI.getCurrent())
                .map(page -> ConnectionProbe.of(page).sent())
                .orElse(() -> {});
        underWay.incrementAndGet();
        Runnable arrive = () -> {
            heard.run();
            if (sentIn == life) {
                underWay.decrementAndGet();
                landed.run();
            }
        };
        answer.then(_ -> arrive.run(), _ -> arrive.run());
    }

    /// Returns whether something is still under way; any thread may ask.
    public boolean isUnderWay() {
        return underWay.get() > 0;
    }

    /// Forgets the messages under way, since the page has gone or is sent again.
    public void lose() {
        life++;
        underWay.set(0);
    }
}
