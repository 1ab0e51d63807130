package org.stepback.ui.chart;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.stepback.ui.ConnectionProbe;

/// What a component has sent to its browser and not heard of since: more is better sent when it has landed.
///
/// Where the answer does not come, the page's [ConnectionProbe] finds out whether the network has lost what was sent.
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

    /// Whether something is still under way; any thread may ask.
    public boolean isUnderWay() {
        return underWay.get() > 0;
    }

    /// The page has gone, or begins anew, and with it what was under way to it.
    public void lose() {
        life++;
        underWay.set(0);
    }
}
