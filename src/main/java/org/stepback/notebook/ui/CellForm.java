package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.stepback.exercise.Markdown;
import org.stepback.exercise.Option;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.FieldJson;
import org.stepback.ui.Choices;
import org.stepback.ui.EditField;
import org.stepback.ui.NativeSelect;
import org.stepback.ui.NumberBox;
import org.stepback.ui.SaveState;

/// Makes a cell's controls and keeps them true: each shows what is stored at its place, stores what is typed there, and
/// says what is wrong with it.
final class CellForm {
    private final Workbench bench;
    private final SaveState saveState;
    private final String cell;
    private final List<Bound> controls = new ArrayList<>();

    private record Bound(String place, EditField control) {}

    CellForm(Workbench bench, SaveState saveState, String cell) {
        this.bench = bench;
        this.saveState = saveState;
        this.cell = cell;
    }

    NumberBox number(String place, String label) {
        return bind(place, new NumberBox(label));
    }

    /// A choice of yes and no.
    NativeSelect flag(String place, String label) {
        return bind(
                place, new NativeSelect(label, List.of("false", "true"), flag -> flag.equals("true") ? "yes" : "no"));
    }

    NativeSelect choice(String place, String label, List<String> options) {
        return bind(place, new NativeSelect(label, options));
    }

    /// A control whose value is no single text in the field, such as the optimizer's name.
    NativeSelect choice(String place, String label, List<String> options, String chosen, Consumer<String> onChosen) {
        var select = new NativeSelect(label, options);
        prepare(place, select);
        select.setText(chosen);
        select.onEdited(name -> store(place, select, name, () -> onChosen.accept(name)));
        return select;
    }

    Choices options(String place, String legend, List<Option> options) {
        Map<String, String> texts = new LinkedHashMap<>();
        options.forEach(option -> texts.put(option.key(), Markdown.inline(option.text())));
        return bind(place, new Choices(legend, texts));
    }

    /// Forgets the controls of places that are about to be drawn anew.
    void forget(String field) {
        controls.removeIf(bound -> Place.field(bound.place()).equals(field));
    }

    /// Shows what is stored now, and what is wrong with it.
    void refresh() {
        for (Bound bound : controls) {
            bound.control().setText(stored(bound.place()));
            bound.control().setError(bench.problem(cell, bound.place()).orElse(""));
        }
    }

    boolean isEditable(String field) {
        return bench.isEditable(cell, field);
    }

    private <C extends Component & EditField> C bind(String place, C control) {
        prepare(place, control);
        control.setText(stored(place));
        control.setError(bench.problem(cell, place).orElse(""));
        control.onEdited(typed -> store(place, control, typed, () -> bench.type(cell, place, typed)));
        controls.add(new Bound(place, control));
        return control;
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
        return FieldJson.text(bench.field(cell, Place.field(place)), place);
    }

    private String key(String place) {
        return cell + "/" + place;
    }
}
