package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stepback.exercise.Cell;
import org.stepback.nn.Callback;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.notebook.TrainJson;
import org.stepback.ui.SettingWords;
import org.stepback.ui.Styled;

/// The controls of what a training can do without, folded away: what is done at the end of an epoch, how much each
/// class counts, and whether its labels are smoothed. Each begins with a switch, and its settings follow once that
/// is on.
final class TrainExtras {
    private static final String CLASS_WEIGHT = TrainJson.CLASS_WEIGHT;

    private final Workbench bench;
    private final String cell;
    private final CellForm form;
    private final LossFields loss;
    private final Div smoothing = Styled.div("cell-fields");
    private final Div folded = new Div();
    private final List<Div> groups;
    private final NativeDetails fold = new NativeDetails("Stopping early, class weights, label smoothing", folded);
    private String drawn = "";

    TrainExtras(Workbench bench, String cell, CellForm form, LossFields loss) {
        this.bench = bench;
        this.cell = cell;
        this.form = form;
        this.loss = loss;
        this.groups = IntStream.rangeClosed(0, Callback.ALL.size())
                .mapToObj(_ -> new Div())
                .toList();
        groups.forEach(group -> group.addClassName("cell-fields"));
        groups.forEach(folded::add);
        folded.add(smoothing);
        fold.addClassName("more-settings");
        fold.setOpen(loss.smooths()
                || TrainJson.isOn(bench.field(cell, CLASS_WEIGHT))
                || Callback.ALL.stream().anyMatch(callback -> TrainJson.isOn(bench.field(cell, callback.name()))));
    }

    Component fold() {
        return fold;
    }

    /// Draws the controls that the stored training needs, unless they stand there already.
    void show() {
        List<String> classes = classes();
        String needed = loss.name() + " " + classes + " " + TrainJson.isOn(bench.field(cell, CLASS_WEIGHT));
        for (Callback callback : Callback.ALL) {
            needed += " " + TrainJson.isOn(bench.field(cell, callback.name()));
        }
        if (!needed.equals(drawn)) {
            drawn = needed;
            draw(classes);
        }
    }

    private void draw(List<String> classes) {
        for (int i = 0; i < Callback.ALL.size(); i++) {
            form.arrange(groups.get(i), controls(Callback.ALL.get(i)));
        }
        form.arrange(groups.getLast(), controls(classes));
        form.arrange(smoothing, loss.smoothing());
    }

    private List<Component> controls(Callback callback) {
        String field = callback.name();
        boolean on = TrainJson.isOn(bench.field(cell, field));
        List<Component> shown = new ArrayList<>();
        shown.add(form.choice(field, SettingWords.of(field), TrainJson.options(field)));
        if (on) {
            callback.hyperparameters().forEach(setting -> shown.add(control(setting, field + "." + setting.name())));
        }
        return shown;
    }

    private Component control(Hyperparameter setting, String place) {
        String words = SettingWords.of(setting.name());
        return switch (setting) {
            case Hyperparameter.Flag _ -> form.flag(place, words);
            case Hyperparameter.Choice choice ->
                form.choice(place, words, choice.all().stream().map(Named::name).toList());
            case Hyperparameter.Number _, Hyperparameter.Maybe _, Hyperparameter.Numbers _ -> form.number(place, words);
        };
    }

    private List<Component> controls(List<String> classes) {
        boolean own = TrainJson.isOn(bench.field(cell, CLASS_WEIGHT));
        List<Component> shown = new ArrayList<>();
        if (own || !classes.isEmpty()) {
            shown.add(form.choice(CLASS_WEIGHT, "Each class counts", TrainJson.options(CLASS_WEIGHT)));
        }
        for (int number = 0; own && number < classes.size(); number++) {
            String place = CLASS_WEIGHT + "." + number;
            form.usual(place, "1");
            shown.add(form.number(place, "Weight of " + classes.get(number)));
        }
        return shown;
    }

    /// Returns the names of the classes that the training's data has; none where its targets are plain numbers.
    private List<String> classes() {
        var train = (Cell.Train) bench.cell(cell);
        return bench.notebook().resolved().cell(train.data()).stream()
                .filter(Cell.Data.class::isInstance)
                .map(Cell.Data.class::cast)
                .flatMap(data ->
                        data.source().classes(bench.notebook().exercise().tables()).stream())
                .toList();
    }
}
