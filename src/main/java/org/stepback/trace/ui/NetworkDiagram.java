package org.stepback.trace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import org.ejml.data.DMatrixRMaj;
import org.stepback.trace.ui.NetworkPicture.Digits;
import org.stepback.ui.BrowserEvents;
import org.stepback.ui.Message;
import org.stepback.ui.chart.PendingAcks;
import tools.jackson.databind.node.ObjectNode;

/// The picture of a network that is trained: links by weight or by gradient, units by activation, by error, or by what
/// they give over the plane of two inputs.
///
/// It is sent a picture no sooner than the last one is drawn, and so seldom that a wide network does not fill the line.
@Tag("sb-network")
@JsModule("./network/sb-network.ts")
public final class NetworkDiagram extends Component {
    private static final int SAMPLE = -1;
    private static final long PAUSE_NANOS = 500_000_000;

    /// So many nanoseconds a byte are 6 kB a second.
    private static final long NANOS_A_BYTE = 1_000_000_000 / 6_000;

    private Digits digits = Digits.FEW_WEIGHTS;
    private boolean heat;
    private long free = System.nanoTime();
    private final PendingAcks delivery = new PendingAcks();

    /// @param word `weight` or `gradient`
    record LinksChoice(String word) implements Message {}

    record HeatChoice(boolean on) implements Message {}

    /// @param onChoice called where a person wants to see something else of the same network
    public NetworkDiagram(Runnable onChoice) {
        BrowserEvents.on(getElement(), "links", LinksChoice.class, links -> {
            digits = links.word().equals("weight") ? Digits.FEW_WEIGHTS : Digits.FEW_GRADIENTS;
            another(onChoice);
        });
        BrowserEvents.on(getElement(), "heat", HeatChoice.class, maps -> {
            heat = maps.on();
            another(onChoice);
        });
    }

    private void another(Runnable onChoice) {
        free = System.nanoTime();
        onChoice.run();
    }

    /// Returns whether it may be sent the next picture now.
    public boolean isFree() {
        return isReady() && System.nanoTime() - free >= 0;
    }

    /// Returns whether the browser has drawn the last picture; any thread may ask.
    public boolean isReady() {
        return !delivery.isUnderWay();
    }

    /// @param x the inputs of all samples, inputs × samples, which say how far heat maps reach
    public void show(NetworkMoment moment, DMatrixRMaj x) {
        double[] plane = heat ? SamplesMessage.range(x) : new double[0];
        ObjectNode json = JacksonUtils.beanToJson(new NetworkPicture(moment, SAMPLE, plane, digits).message());
        getElement().setPropertyJson("network", json);
        free = System.nanoTime()
                + Math.max(PAUSE_NANOS, NANOS_A_BYTE * json.toString().length());
        delivery.sent(getElement().executeJs("return new Promise(requestAnimationFrame)"));
    }

    public void clear() {
        getElement().setPropertyJson("network", JacksonUtils.nullNode());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        delivery.lose();
    }
}
