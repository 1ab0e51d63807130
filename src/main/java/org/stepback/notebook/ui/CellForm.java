package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stepback.exercise.Option;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.notebook.FieldPath;
import org.stepback.ui.SaveState;
import org.stepback.ui.field.Choices;
import org.stepback.ui.field.EditField;
import org.stepback.ui.field.NativeSelect;
import org.stepback.ui.field.NumberBox;
import tools.jackson.databind.JsonNode;

/// Makes a cell's controls and keeps them true: each shows what is stored at its place, stores what is typed there, and
/// says what is wrong with it.
///
/// A place has one control for as long as that is on the page. A panel that is drawn again gets the same control, so
/// that the focus stays, and what is typed or on its way to the server is not lost with a control that has gone.
final class CellForm {
    private final Workbench bench;
    private final EditDispatcher typist;
    private final String cell;
    private final Map<String, EditField> controls = new LinkedHashMap<>();
    private final Map<String, String> usual = new HashMap<>();

    CellForm(Workbench bench, SaveState saveState, String cell) {
        this.bench = bench;
        this.typist = new EditDispatcher(bench, saveState);
        this.cell = cell;
    }

    /// Sets the text that a control shows where the field says nothing.
    void usual(String place, String text) {
        usual.put(place, text);
    }

    NumberBox number(String place, String label) {
        return bind(place, () -> new NumberBox(label));
    }

    /// Makes a choice of yes and no.
    NativeSelect flag(String place, String label) {
        return choice(place, label, List.of("false", "true"), flag -> flag.equals("true") ? "yes" : "no");
    }

    /// @param words what a name is shown as
    NativeSelect choice(String place, String label, List<String> names, UnaryOperator<String> words) {
        return bind(place, () -> new NativeSelect(label, names, words));
    }

    NativeSelect choice(String place, String label, List<String> options) {
        return bind(place, () -> new NativeSelect(label, options));
    }

    Choices options(String place, String legend, List<Option> options) {
        Map<String, String> texts = new LinkedHashMap<>();
        options.forEach(option -> texts.put(option.key(), Markdown.inline(option.text())));
        return bind(place, () -> new Choices(legend, texts));
    }

    /// Forgets what has been taken off the page, if it is a control.
    void forget(Component dropped) {
        controls.values().remove(dropped);
    }

    /// Puts these parts into a place of the page, and leaves those that are there already where they are.
    void arrange(HasComponents place, List<Component> wanted) {
        List<Component> dropped = place.getElement()
                .getComponent()
                .orElseThrow()
                .getChildren()
                .filter(part -> !wanted.contains(part))
                .toList();
        place.remove(dropped);
        dropped.forEach(this::forget);
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= place.getElement().getChildCount()
                    || !place.getElement().getChild(i).equals(wanted.get(i).getElement())) {
                place.addComponentAtIndex(i, wanted.get(i));
            }
        }
    }

    /// Shows what is stored now, and what is wrong with it.
    void refresh() {
        controls.forEach((place, control) -> {
            control.setText(stored(place));
            control.setError(bench.problem(cell, place).orElse(""));
        });
    }

    boolean isEditable(String field) {
        return bench.isEditable(cell, field);
    }

    /// A place always has a control of the same type.
    @SuppressWarnings("unchecked")
    private <C extends Component & EditField> C bind(String place, Supplier<C> control) {
        return (C) controls.computeIfAbsent(place, _ -> {
            C made = control.get();
            typist.bind(cell, place, made);
            made.setLocked(!bench.isEditable(cell, FieldPath.field(place)));
            made.setText(stored(place));
            made.setError(bench.problem(cell, place).orElse(""));
            return made;
        });
    }

    private String stored(String place) {
        JsonNode field = bench.field(cell, FieldPath.field(place));
        return usual.containsKey(place) && !FieldPath.stands(field, place)
                ? usual.get(place)
                : FieldPath.text(field, place);
    }
}
