package org.stepback.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;

/// A picture that the server gives as a whole each time, with a title, a sentence on how to read it, and its numbers.
public abstract class Figure extends Component implements HasSize, HasStyle {
    static final String LOADING = "Loading…";

    private String emptyText = "Nothing to show yet.";
    private final PendingAcks delivery = new PendingAcks();

    Figure(String heading, String help) {
        getElement().setProperty("heading", heading);
        getElement().setProperty("help", help);
    }

    public final void heading(String heading) {
        getElement().setProperty("heading", heading);
    }

    /// A remark below the picture; empty for none.
    public final void note(String sentence) {
        getElement().setProperty("note", sentence);
    }

    /// What stands in the picture while there is nothing to show.
    public final void emptyText(String text) {
        emptyText = text;
        loading(false);
    }

    /// Whether there is something that has not been sent yet: then it says so while it is empty.
    public final void loading(boolean some) {
        getElement().setProperty("emptyText", some ? LOADING : emptyText);
    }

    /// Puts controls between the sentence and the picture.
    public final void controls(Component controls) {
        getElement().appendChild(controls.getElement().setAttribute("slot", "controls"));
    }

    /// Whether what was sent last is still under way; a view sends nothing until it has landed.
    public final boolean isBusy() {
        return delivery.isUnderWay();
    }

    /// Notes that something was sent.
    final void sent() {
        delivery.sent(getElement().executeJs("return new Promise(requestAnimationFrame)"));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        delivery.lose();
    }
}
