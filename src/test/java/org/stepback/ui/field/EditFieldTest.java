package org.stepback.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class EditFieldTest {
    private final List<String> edits = new ArrayList<>();

    @Test
    void tells_what_was_typed_as_it_was_typed() {
        var box = new NumberBox("Learning rate");
        box.onEdited(edited -> edits.add(edited.text()));

        type(box, "0,01");
        type(box, "0,01");

        assertThat(edits).containsExactly("0,01", "0,01");
    }

    @Test
    void shows_what_was_read_with_the_text_that_it_was_read_from() {
        var box = new NumberBox("Your answer");

        type(box, "0,75");
        assertThat(box.getElement().getProperty("reading")).isEqualTo("= 0.75");
        assertThat(box.getElement().getProperty("read")).isEqualTo("0,75");

        box.setText("0.75");
        assertThat(box.getElement().getProperty("reading")).isEmpty();
        assertThat(box.getElement().getProperty("read")).isEqualTo("0.75");
    }

    @Test
    void takes_nothing_from_a_locked_control_whatever_a_browser_sends() {
        var box = new NumberBox("Seed");
        var select = new NativeSelect("Loss", List.of("mean_squared_error", "binary_crossentropy"));
        var choices = new Choices("Your answer", Map.of("a", "A", "b", "B"));
        for (EditField field : List.of(box, select, choices)) {
            field.onEdited(edited -> edits.add(edited.text()));
            field.setLocked(true);
        }

        type(box, "8");
        type(select, "mean_squared_error");
        choose(choices, "a");

        assertThat(edits).isEmpty();
    }

    @Test
    void cuts_a_text_that_no_control_could_have_sent() {
        var box = new NumberBox("Learning rate");
        box.onEdited(edited -> edits.add(edited.text()));

        type(box, "9".repeat(100_000));

        assertThat(edits).singleElement().satisfies(text -> assertThat(text).hasSizeLessThan(1000));
    }

    @Test
    void takes_only_options_that_there_are() {
        var choices = new Choices("Your answer", Map.of("a", "A", "b", "B"));
        choices.onEdited(edited -> edits.add(edited.text()));

        choose(choices, "b");
        choose(choices, "c");

        assertThat(edits).containsExactly("b");
        assertThat(choices.text()).isEqualTo("b");
    }

    @Test
    void names_itself_to_the_save_state_and_says_what_is_wrong() {
        var box = new NumberBox("Learning rate");

        box.setKey("fit.optimizer");
        box.setError("Expected a number.");

        assertThat(box.getElement().getAttribute("data-key")).isEqualTo("fit.optimizer");
        assertThat(box.getElement().getProperty("error")).isEqualTo("Expected a number.");
    }

    private static void type(Component field, String text) {
        fire(field, "edited", "event.detail.value", text);
    }

    private static void choose(Component field, String key) {
        fire(field, "change", "event.target.value", key);
    }

    private static void fire(Component field, String event, String what, String text) {
        var data = JsonNodeFactory.instance.objectNode().put(what, text);
        field.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(field.getElement(), event, data));
    }
}
