package org.stepback.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A few words in a row of which one is chosen, such as step, epoch or time.
public final class Segments extends Div {
    private final Map<String, NativeButton> buttons = new LinkedHashMap<>();
    private String chosen;

    /// The first word is chosen.
    ///
    /// @param label stands before the words
    /// @param onChosen called with another word once a person has chosen it
    public Segments(String label, List<String> words, Consumer<String> onChosen) {
        chosen = words.getFirst();
        addClassName("segments");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        var name = new Span(label);
        name.getElement().setAttribute("aria-hidden", "true");
        add(name);
        for (String word : words) {
            var button = new NativeButton(word, _ -> choose(word, onChosen));
            buttons.put(word, button);
            add(button);
        }
        mark();
    }

    private void choose(String word, Consumer<String> onChosen) {
        if (!word.equals(chosen)) {
            chosen = word;
            mark();
            onChosen.accept(word);
        }
    }

    private void mark() {
        buttons.forEach((word, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(word.equals(chosen))));
    }
}
