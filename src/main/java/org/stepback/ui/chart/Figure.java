package org.stepback.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.page.PendingJavaScriptResult;

/// A picture of numbers, with a title and a sentence on how to read it.
public abstract class Figure extends Component implements HasSize, HasStyle {
    static final String LOADING = "Loading…";

    private String emptyText = "Nothing to show yet.";
    private final PendingAcks delivery = new PendingAcks();

    Figure(String heading) {
        heading(heading);
    }

    Figure(String heading, String help) {
        this(heading);
        getElement().setProperty("help", help);
    }

    public final void heading(String heading) {
        getElement().setProperty("heading", heading);
    }

    /// A remark below the picture; empty for none.
    public final void note(String sentence) {
        getElement().setProperty("note", sentence);
    }

    /// Sets the text of a picture that has nothing to show.
    public final void emptyText(String text) {
        emptyText = text;
        loading(false);
    }

    /// Says whether there are numbers that have not been sent yet: the empty picture says so then.
    public final void loading(boolean some) {
        getElement().setProperty("emptyText", some ? LOADING : emptyText);
    }

    /// Puts controls between the sentence and the picture.
    public final void controls(Component controls) {
        getElement().appendChild(controls.getElement().setAttribute("slot", "controls"));
    }

    /// Returns whether what was sent last is still under way; a view sends nothing until it has landed.
    public final boolean isBusy() {
        return delivery.isUnderWay();
    }

    /// Notes that something was sent.
    final void sent() {
        sent(getElement().executeJs("return new Promise(requestAnimationFrame)"), () -> {});
    }

    /// Notes that something was sent, with the browser's answer to it and what is done when that has come.
    final void sent(PendingJavaScriptResult answer, Runnable taken) {
        delivery.sent(answer, taken);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        delivery.lose();
    }
}
