package org.stepback.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.List;

/// A part of a page that knows whether it is near the window: what nobody can see needs neither be built nor be fed.
@Tag("sb-sight")
@JsModule("./sight/sb-sight.ts")
public class ViewportAware extends HtmlContainer {
    private final List<Runnable> arrivals = new ArrayList<>();
    private volatile boolean near;

    record Sight(boolean near) implements Message {}

    public ViewportAware() {
        BrowserEvents.on(getElement(), "sight", Sight.class, this::moved);
    }

    private void moved(Sight sight) {
        near = sight.near();
        if (near) {
            arrivals.forEach(Runnable::run);
        }
    }

    /// Returns whether it is near the window; any thread may ask. It is not before the browser has said so.
    public final boolean isNear() {
        return near;
    }

    /// Calls back each time that it comes near the window.
    public final void onNear(Runnable arrival) {
        arrivals.add(arrival);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        near = false;
    }
}
