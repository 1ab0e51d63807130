package org.stepback.playground.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stepback.ui.BrowserEvents;
import org.stepback.ui.Message;
import org.stepback.ui.chart.PendingAcks;

/// The Playground's controls and pictures, all drawn by the browser; it tells what a person asks for.
@Tag("sb-playground")
@JsModule("./playground/sb-playground.ts")
final class Board extends Component implements HasStyle {
    private final PendingAcks delivery = new PendingAcks();

    /// Play, pause, step, reset or inside.
    record ActMessage(String name) implements Message {}

    /// Other texts of settings, by key.
    ///
    /// @param number of this change
    record ChangeMessage(Map<String, String> texts, int number) implements Message {}

    /// A weight that a person has typed; all are counted from 0, the input after the last is the bias.
    record WeightMessage(int layer, int unit, int input, String text) implements Message {}

    /// The values to compare, with spaces between; see [org.stepback.playground.Playgrounds#sweep].
    record SweepWish(String key, String values, String epochs) implements Message {}

    /// A table.
    ///
    /// @param bytes base64
    /// @param header what a person says of its first line, by [Header#key]; empty where nothing is said
    record TableMessage(String bytes, String header) implements Message {}

    /// A file.
    ///
    /// @param bytes base64
    record FileMessage(String bytes) implements Message {}

    record TextMessage(String text) implements Message {}

    Board() {
        getElement().setPropertyBean("catalogue", Catalogue.ALL);
    }

    void settings(SettingsMessage settings) {
        getElement().setPropertyBean("settings", settings);
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
    void take(PlaygroundMessage message) {
        delivery.sent(getElement().callJsFunction("take", message));
    }

    /// Returns whether something is still under way to the browser; asked off the page's thread too.
    boolean isBusy() {
        return delivery.isUnderWay();
    }

    /// Listens to play, pause, step and reset.
    void onAct(Consumer<String> listener) {
        on("act", ActMessage.class, act -> listener.accept(act.name()));
    }

    void onChange(Consumer<ChangeMessage> listener) {
        on("change-settings", ChangeMessage.class, listener);
    }

    void onWeight(Consumer<WeightMessage> listener) {
        on("weight", WeightMessage.class, listener);
    }

    /// Says at a weight's box why its text is none.
    void refuse(WeightMessage weight, String sentence) {
        getElement()
                .callJsFunction("refuseWeight", weight.layer(), weight.unit(), weight.input(), weight.text(), sentence);
    }

    void onSweep(Consumer<SweepWish> listener) {
        on("sweep", SweepWish.class, listener);
    }

    /// Listens to a table, and to what a person says of its first line.
    void onTable(BiConsumer<byte[], String> listener) {
        on("csv", TableMessage.class, table -> listener.accept(bytes(table.bytes()), table.header()));
    }

    /// Listens to a saved playground.
    void onOpen(Consumer<byte[]> listener) {
        on("open", FileMessage.class, file -> listener.accept(bytes(file.bytes())));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) { // a browser may send anything
            return new byte[0];
        }
    }

    /// Listens to a text that a person has chosen.
    ///
    /// @param name `link` for what an address has after # or ?, `lesson` for
    /// the title of a part of the lesson, `save` for the form in which the playground is to be saved
    void onText(String name, Consumer<String> listener) {
        on(name, TextMessage.class, message -> listener.accept(message.text()));
    }

    private <T extends Record & Message> void on(String event, Class<T> message, Consumer<T> listener) {
        BrowserEvents.on(getElement(), event, message, listener);
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
