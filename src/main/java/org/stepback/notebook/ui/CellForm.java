package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stepback.exercise.Markdown;
import org.stepback.exercise.Option;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.FieldJson;
import org.stepback.ui.Choices;
import org.stepback.ui.EditField;
import org.stepback.ui.NativeSelect;
import org.stepback.ui.NumberBox;
import org.stepback.ui.SaveState;
import tools.jackson.databind.JsonNode;

/// Makes a cell's controls and keeps them true: each shows what is stored at its place, stores what is typed there, and
/// says what is wrong with it.
///
/// A place has one control for as long as that is on the page. A panel that is drawn anew gets the same one again, so
// that
/// the focus stays, and what is typed or on its way to the server is not lost with a control that has gone.
final class CellForm {
    private final Workbench bench;
    private final SaveState saveState;
    private final String cell;
    private final Map<String, EditField> controls = new LinkedHashMap<>();
    private final Map<String, NativeSelect> pickers = new LinkedHashMap<>();
    private final Map<String, String> usual = new HashMap<>();

    CellForm(Workbench bench, SaveState saveState, String cell) {
        this.bench = bench;
        this.saveState = saveState;
        this.cell = cell;
    }

    /// What a control shows where the field says nothing.
    void usual(String place, String text) {
        usual.put(place, text);
    }

    NumberBox number(String place, String label) {
        return bind(place, () -> new NumberBox(label));
    }

    /// A choice of yes and no.
    NativeSelect flag(String place, String label) {
        return bind(
                place,
                () -> new NativeSelect(label, List.of("false", "true"), flag -> flag.equals("true") ? "yes" : "no"));
    }

    NativeSelect choice(String place, String label, List<String> options) {
        return bind(place, () -> new NativeSelect(label, options));
    }

    /// A control whose value is no single text in the field, such as the optimizer's name.
    NativeSelect choice(String place, String label, List<String> options, String chosen, Consumer<String> onChosen) {
        NativeSelect select = pickers.computeIfAbsent(place, _ -> {
            var made = new NativeSelect(label, options);
            prepare(place, made);
            made.onEdited(name -> store(place, made, name, () -> onChosen.accept(name)));
            return made;
        });
        select.setText(chosen);
        return select;
    }

    Choices options(String place, String legend, List<Option> options) {
        Map<String, String> texts = new LinkedHashMap<>();
        options.forEach(option -> texts.put(option.key(), Markdown.inline(option.text())));
        return bind(place, () -> new Choices(legend, texts));
    }

    /// Forgets what has been taken off the page, if it is a control.
    void forget(Component dropped) {
        controls.values().remove(dropped);
        pickers.values().remove(dropped);
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
            prepare(place, made);
            made.setText(stored(place));
            made.setError(bench.problem(cell, place).orElse(""));
            made.onEdited(typed -> store(place, made, typed, () -> bench.type(cell, place, typed)));
            return made;
        });
    }

    private void prepare(String place, EditField control) {
        control.setKey(key(place));
        control.setLocked(!bench.isEditable(cell, Place.field(place)));
    }

    private void store(String place, EditField control, String typed, Runnable change) {
        try {
            change.run();
            saveState.acknowledge(key(place), typed);
        } catch (RefusedException refused) {
            control.setError(refused.getMessage());
            saveState.refuse(key(place), refused.getMessage());
        }
    }

    private String stored(String place) {
        JsonNode field = bench.field(cell, Place.field(place));
        return usual.containsKey(place) && !FieldJson.stands(field, place)
                ? usual.get(place)
                : FieldJson.text(field, place);
    }

    private String key(String place) {
        return cell + "/" + place;
    }
}
