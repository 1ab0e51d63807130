package org.stepback.ui.field;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.stepback.ui.ConnectionProbe;
import org.stepback.ui.Prose;

/// Radio buttons, one for each text to choose from; the text of the control is the chosen key.
@Tag("fieldset")
public final class Choices extends Component implements EditField {
    private static final String TEXT = "event.target.value";
    private static final int LONGEST = 200;

    private final Map<String, Element> buttons = new LinkedHashMap<>();
    private final Element error = new Element("p");
    private String chosen = "";
    private boolean locked;
    private Consumer<ControlEdit> listener = _ -> {};

    /// @param legend read before the options, such as "Your answer"
    /// @param options safe HTML by key
    public Choices(String legend, Map<String, String> options) {
        getElement().getClassList().add("choices");
        var words = new Element("legend").setText(legend);
        words.getClassList().add("visually-hidden");
        getElement().appendChild(words);
        String group = "choices-" + ConnectionProbe.number();
        options.forEach((key, html) -> getElement().appendChild(option(group, key, html)));
        error.getClassList().add("field-error");
        getElement().appendChild(error);
        setError("");
        ControlEdit.ask(
                getElement().addEventListener("change", event -> choose(ControlEdit.of(event, TEXT, LONGEST))), TEXT);
    }

    private Element option(String group, String key, String html) {
        var button = new Element("input").setAttribute("type", "radio").setAttribute("name", group);
        button.setAttribute("value", key);
        buttons.put(key, button);
        var label = new Element("label");
        label.getClassList().add("choice");
        return label.appendChild(button, new Prose(html).getElement());
    }

    private void choose(ControlEdit edited) {
        if (buttons.containsKey(edited.text()) && !locked) {
            chosen = edited.text();
            listener.accept(edited);
        }
    }

    @Override
    public void setKey(String key) {
        getElement().setAttribute("data-key", key);
    }

    @Override
    public String text() {
        return chosen;
    }

    @Override
    public void setText(String key) {
        if (!key.equals(chosen)) {
            chosen = key;
            check();
        }
    }

    /// A person's own choice is not sent back: it may already be another one.
    private void check() {
        buttons.forEach((name, button) -> button.executeJs("this.checked = $0", name.equals(chosen)));
        getElement()
                .executeJs("this.stored = $0; this.dispatchEvent(new CustomEvent('served', {bubbles: true}))", chosen);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!ConnectionProbe.begins(event)) {
            check();
        }
    }

    @Override
    public void setError(String sentence) {
        error.setText(sentence);
        error.setVisible(!sentence.isEmpty());
    }

    @Override
    public void setLocked(boolean locked) {
        this.locked = locked;
        buttons.values().forEach(button -> button.setAttribute("disabled", locked));
    }

    @Override
    public void onEdited(Consumer<ControlEdit> listener) {
        this.listener = listener;
    }
}
