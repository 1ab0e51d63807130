package org.stepback.playground.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stepback.ui.BrowserEvents;
import org.stepback.ui.chart.PendingAcks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Playground's controls and pictures, all drawn by the browser; it tells what a person asks for.
@Tag("sb-playground")
@JsModule("./playground/sb-playground.ts")
final class Board extends Component implements HasStyle {
    private final PendingAcks delivery = new PendingAcks();

    /// A weight that a person has typed; all are counted from 0, the input after the last is the bias.
    record Weight(int layer, int unit, int input, String text) {}

    /// The values to compare; see [org.stepback.playground.Playgrounds#sweep].
    record SweepWish(String key, String values, String epochs) {}

    Board() {
        getElement().setPropertyJson("catalogue", Catalogue.json());
    }

    /// @param answered the number of the last change that these settings take in
    void settings(ObjectNode settings, int answered) {
        getElement().setPropertyJson("settings", settings.put("answered", answered));
    }

    /// Shows sentences above the controls, and asks nothing any more.
    void notices(List<String> sentences) {
        getElement().setPropertyList("notices", sentences);
        getElement().setProperty("doubt", "");
    }

    /// Asks what the first line of a table is.
    ///
    /// @param doubt why it could be a sample
    void ask(String doubt) {
        notices(List.of());
        getElement().setProperty("doubt", doubt);
    }

    /// Sends what is new; the next is sent when this one is on the screen.
    void take(ObjectNode message) {
        delivery.sent(getElement().callJsFunction("take", message));
    }

    /// Returns whether something is still under way to the browser; asked off the page's thread too.
    boolean isBusy() {
        return delivery.isUnderWay();
    }

    /// Listens to play, pause, step and reset.
    void onAct(Consumer<String> listener) {
        on("act", detail -> listener.accept(detail.path("name").asString("")));
    }

    /// Listens to other texts of settings, by key, and the number of this change.
    void onChange(BiConsumer<JsonNode, Integer> listener) {
        on(
                "change-settings",
                detail -> listener.accept(
                        detail.path("texts"), detail.path("number").asInt(0)));
    }

    void onWeight(Consumer<Weight> listener) {
        on(
                "weight",
                weight -> listener.accept(new Weight(
                        weight.path("layer").asInt(-1),
                        weight.path("unit").asInt(-1),
                        weight.path("input").asInt(-1),
                        weight.path("text").asString(""))));
    }

    /// Says at a weight's box why its text is none.
    void refuse(Weight weight, String sentence) {
        getElement()
                .callJsFunction("refuseWeight", weight.layer(), weight.unit(), weight.input(), weight.text(), sentence);
    }

    /// Listens to a setting's key, its values with spaces between, and a number of epochs, to compare.
    void onSweep(Consumer<SweepWish> listener) {
        on(
                "sweep",
                wish -> listener.accept(new SweepWish(
                        wish.path("key").asString(""),
                        wish.path("values").asString(""),
                        wish.path("epochs").asString(""))));
    }

    /// Listens to a table, and to what a person says of its first line, by [Header#key]; empty where nothing is said.
    void onTable(BiConsumer<byte[], String> listener) {
        on("csv", detail -> listener.accept(bytes(detail), detail.path("header").asString("")));
    }

    /// Listens to a saved playground.
    void onOpen(Consumer<byte[]> listener) {
        on("open", detail -> listener.accept(bytes(detail)));
    }

    private static byte[] bytes(JsonNode detail) {
        try {
            return Base64.getDecoder().decode(detail.path("bytes").asString(""));
        } catch (IllegalArgumentException e) { // a browser may send anything
            return new byte[0];
        }
    }

    /// Listens to a text that a person has chosen.
    ///
    /// @param name `link` for what an address has after # or ?, `lesson` for
    /// the title of a part of the lesson, `save` for the form in which the playground is to be saved
    void onText(String name, Consumer<String> listener) {
        on(name, detail -> listener.accept(detail.path("text").asString("")));
    }

    private void on(String event, Consumer<JsonNode> listener) {
        BrowserEvents.on(getElement(), event, listener);
    }

    /// Has the browser save a text as a file.
    void download(String name, String text) {
        getElement().callJsFunction("download", name, text);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        delivery.lose();
    }
}
