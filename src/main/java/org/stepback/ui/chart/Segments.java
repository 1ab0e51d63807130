package org.stepback.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// A few words in a row of which one is chosen, such as step, epoch or time.
public final class Segments<T> extends Div {
    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private T chosen;

    /// The first choice is chosen.
    ///
    /// @param label stands before the words
    /// @param onChosen called with another choice once a person has chosen it
    /// @param word the word for a choice
    public Segments(String label, List<T> choices, Function<T, String> word, Consumer<T> onChosen) {
        chosen = choices.getFirst();
        addClassName("segments");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        var name = new Span(label);
        name.getElement().setAttribute("aria-hidden", "true");
        add(name);
        for (T choice : choices) {
            var button = new NativeButton(word.apply(choice), _ -> choose(choice, onChosen));
            buttons.put(choice, button);
            add(button);
        }
        mark();
    }

    private void choose(T choice, Consumer<T> onChosen) {
        if (!choice.equals(chosen)) {
            chosen = choice;
            mark();
            onChosen.accept(choice);
        }
    }

    private void mark() {
        buttons.forEach((choice, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(choice.equals(chosen))));
    }
}
