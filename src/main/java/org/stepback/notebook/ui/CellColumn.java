package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.Staleness;
import org.stepback.training.ui.RunPanel;
import org.stepback.ui.BrowserEvents;
import org.stepback.ui.ConnectionProbe;
import org.stepback.ui.Message;
import org.stepback.ui.PageTicker;
import org.stepback.ui.SaveState;
import org.stepback.ui.Styled;

/// A notebook's cells in one column, and what a person asks of them by key, palette and button.
///
/// A cell that stays on the page keeps its part of it, wherever it moves, with the focus and all that is typed there.
@Tag("sb-notebook")
@JsModule("./notebook/sb-notebook.ts")
public final class CellColumn extends Component implements HasComponents {
    /// The number of cells with controls that are built before the page shows; the others follow when they come near
    /// the window.
    private static final int LARGE_AT_ONCE = 4;

    private final Workbench bench;
    private final SaveState saveState;
    private final CellPanels panels;
    private final Map<String, CellSlot> slots = new LinkedHashMap<>();
    private final CellCommands commands;
    private final RunQueue queue = new RunQueue();

    /// A command for a cell; what it does not need is empty.
    ///
    /// @param behind the cell after which another one is added
    record CommandMessage(String name, String cell, String kind, String behind) implements Message {}

    /// @param cells the ids of those that are near the window, with spaces between
    record NearMessage(String cells) implements Message {}

    /// @param panels makes what shows a cell
    CellColumn(Workbench bench, SaveState saveState, CellPanels panels, PageTicker ticker) {
        this.bench = bench;
        this.saveState = saveState;
        this.panels = panels;
        this.commands = new CellCommands(bench, this);
        getElement().setProperty("page", ConnectionProbe.number());
        getElement().setProperty("exercise", !bench.isOwnNotebook());
        BrowserEvents.on(getElement(), "command", CommandMessage.class, this::asked);
        BrowserEvents.on(getElement(), "near", NearMessage.class, this::near);
        bench.onChange(() -> arrange(Integer.MAX_VALUE));
        arrange(LARGE_AT_ONCE);
        ticker.refresh(this, bench::hasNews, bench::refresh);
        ticker.refresh(this, queue::isReady, queue::next);
    }

    /// Makes a button that takes the last change back.
    public NativeButton undoButton() {
        var undo = Styled.button("button quiet-button undo", "Undo", () -> asked("undo", "", "", ""));
        Runnable show = () -> {
            undo.setEnabled(bench.notebook().undo().isPresent());
            undo.setTitle(bench.notebook().undo().map("Undo: "::concat).orElse("Nothing to undo"));
        };
        bench.onChange(show);
        show.run();
        return undo;
    }

    RunQueue queue() {
        return queue;
    }

    /// Returns the panels in which the page's trainings run, in its order.
    List<RunPanel> runs() {
        return bench.notebook().order().stream()
                .flatMap(id -> slots.get(id).run().stream())
                .toList();
    }

    Optional<CellSlot> slot(String cell) {
        return Optional.ofNullable(slots.get(cell));
    }

    void select(String cell, boolean edit) {
        getElement().callJsFunction("select", cell, edit);
    }

    /// Leads to a cell, to edit it.
    public void lead(String cell) {
        slot(cell).ifPresent(CellSlot::build);
        select(cell, true);
    }

    /// Saves the notebook in the browser, as it reads.
    void saveReport(String html) {
        getElement()
                .callJsFunction("saveReport", html, bench.notebook().exercise().title());
    }

    void tell(String sentence) {
        getElement().callJsFunction("tell", sentence);
    }

    private void asked(CommandMessage command) {
        asked(command.name(), command.cell(), command.kind(), command.behind());
    }

    private void asked(String name, String cell, String kind, String behind) {
        try {
            commands.run(name, cell, kind, behind);
        } catch (RefusedException refused) {
            tell(refused.getMessage());
        }
    }

    private void near(NearMessage near) {
        Stream.of(near.cells().split(" ")).flatMap(id -> slot(id).stream()).forEach(CellSlot::build);
        showStale();
    }

    /// Gives every cell its place, and leaves those that stand there already where they are.
    ///
    /// @param large how many cells with controls are built if they are new here
    private void arrange(int large) {
        List<String> order = bench.notebook().order();
        List.copyOf(slots.keySet()).stream().filter(id -> !order.contains(id)).forEach(this::drop);
        for (int i = 0; i < order.size(); i++) {
            boolean isNew = !slots.containsKey(order.get(i));
            CellSlot slot = slots.computeIfAbsent(
                    order.get(i), id -> new CellSlot(bench, saveState, id, panels, this::showStale));
            if (i >= getElement().getChildCount() || !getElement().getChild(i).equals(slot.getElement())) {
                addComponentAtIndex(i, slot);
            }
            if (isNew && large > 0) {
                large -= slot.isLarge() ? 1 : 0;
                slot.build();
            } else {
                slot.show();
            }
        }
        showStale();
        getElement().setProperty("undo", bench.notebook().undo().orElse(""));
        getElement().setProperty("redo", bench.notebook().redo().orElse(""));
    }

    /// Marks the cells that depend on one that has changed since a training ran.
    private void showStale() {
        Map<String, Map<String, List<String>>> changes = new LinkedHashMap<>();
        slots.forEach((id, slot) -> slot.builtRun().ifPresent(run -> changes.put(id, run.changes())));
        Map<String, String> reasons = new Staleness(bench.notebook().resolved()).reasons(changes);
        slots.forEach((id, slot) -> slot.showStale(reasons.getOrDefault(id, "")));
    }

    private void drop(String id) {
        CellSlot slot = slots.remove(id);
        slot.forget();
        remove(slot);
    }
}
