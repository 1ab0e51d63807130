package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepback.exercise.Cell;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Source;
import org.stepback.notebook.ui.Workbench.Part;
import org.stepback.training.ui.RunPanel;
import org.stepback.ui.SaveState;

/// One cell's place on the page. Its panel is made again when the cell has become another sort of thing,
/// such as a table where numbers were; the place stays.
final class CellSlot extends Div {
    private static final String UNBUILT = "";
    private static final String TO_BUILD = "data-unbuilt";
    private static final Set<String> LARGE = Set.of("data", "network", "train");

    private final Workbench bench;
    private final SaveState saveState;
    private final String id;
    private final CellPanels panels;
    private final Runnable onStale;
    private @Nullable Part<Component> panel;
    private @Nullable Part<UsesFields> uses;
    private @Nullable Part<SourcePanel> source;
    private final ProblemNotice mistake;
    private final CellTools proseTools = CellTools.ofProse();
    private String shape = UNBUILT;

    /// @param onStale called when a run of the cell has become stale, or is so no more
    CellSlot(Workbench bench, SaveState saveState, String id, CellPanels panels, Runnable onStale) {
        this.onStale = onStale;
        this.bench = bench;
        this.mistake = new ProblemNotice(bench);
        this.saveState = saveState;
        this.id = id;
        this.panels = panels;
        addClassName("cell-slot");
        getElement().setAttribute("data-cell", id);
        if (bench.isOwn(id)) {
            getElement().setAttribute("data-own", "");
        }
        getElement().setAttribute(TO_BUILD, kind().isEmpty() ? "question" : kind());
        if (bench.isOwn(id) || !kind().equals(OwnCell.NOTE)) {
            getElement().setAttribute("data-name", (kind().isEmpty() ? "question" : kind()) + " " + id);
        }
        getElement().addEventListener("left", _ -> leave());
    }

    boolean isBuilt() {
        return !shape.equals(UNBUILT);
    }

    /// Returns whether building it takes a while.
    boolean isLarge() {
        return LARGE.contains(kind());
    }

    /// Builds what shows the cell, unless that is there already.
    void build() {
        if (!isBuilt()) {
            shape = "unshown";
            getElement().removeAttribute(TO_BUILD);
            show();
        }
    }

    /// Shows the cell as it is now, if it is built.
    void show() {
        setClassName("folded", bench.notebook().folded().contains(id));
        if (!isBuilt()) {
            return;
        }
        Optional<Cell> cell = bench.notebook().resolved().cell(id);
        String now = cell.map(CellSlot::shape).orElse("unread");
        if (!now.equals(shape)) {
            shape = now;
            rebuild(cell);
        }
        showMistake();
        if (shape.equals("unread") && source == null) {
            toggleSource();
        }
        showTools();
    }

    /// Takes its parts off the page.
    void forget() {
        Stream.<@Nullable Part<?>>of(panel, uses, source)
                .filter(Objects::nonNull)
                .forEach(part -> part.forget().run());
    }

    /// Returns the panel of the cell's run, if it trains.
    Optional<RunPanel> run() {
        if (kind().equals("train")) {
            build();
        }
        return panel == null ? Optional.empty() : run(panel.made());
    }

    private static Optional<RunPanel> run(Component part) {
        return part instanceof RunPanel run
                ? Optional.of(run)
                : part.getChildren().flatMap(child -> run(child).stream()).findFirst();
    }

    /// The run in the cell, if that is built and trains.
    Optional<RunPanel> builtRun() {
        return isBuilt() ? run() : Optional.empty();
    }

    /// Says why the cell is stale; empty where it is not.
    void showStale(String why) {
        if (panel != null && panel.made() instanceof CellPanel frame) {
            frame.showStale(why);
        }
    }

    /// Starts to edit a note.
    void edit() {
        build();
        if (panel != null && panel.made() instanceof NotePanel note) {
            note.edit();
        }
    }

    private void leave() {
        if (panel != null && panel.made() instanceof NotePanel note) {
            note.leave();
        }
    }

    private void rebuild(Optional<Cell> cell) {
        if (panel != null) {
            panel.forget().run();
            remove(panel.made());
        }
        if (uses != null) {
            uses.forget().run();
            uses = null;
        }
        panel = bench.make(() -> cell.map(panels::of).orElseGet(() -> panels.unread(id)));
        run(panel.made()).ifPresent(run -> run.onChanges(onStale));
        addComponentAsFirst(panel.made());
        if (panel.made() instanceof CellPanel frame) {
            setClassName("cell-note", frame instanceof NotePanel);
            bench.notebook().own(id).ifPresent(own -> {
                if (UsesFields.isFor(own)) {
                    uses = bench.make(() -> new UsesFields(bench, saveState, own));
                    frame.lead(uses.made());
                }
                frame.lead(mistake);
            });
        } else {
            addClassName("cell-prose");
            add(proseTools);
        }
    }

    /// Shows the cell's text below its controls, or hides it.
    void toggleSource() {
        build();
        if (source != null) {
            source.forget().run();
            remove(source.made());
            source = null;
        } else if (hasText()) {
            source = bench.make(() -> new SourcePanel(bench, saveState, id, kind()));
            add(source.made());
        }
        showTools();
    }

    private boolean hasText() {
        return !kind().isEmpty() && !kind().equals(OwnCell.NOTE);
    }

    private String kind() {
        return bench.notebook().kind(id);
    }

    private void showTools() {
        tools().ifPresent(tools -> {
            tools.setFolded(bench.notebook().folded().contains(id));
            if (hasText()) {
                tools.setSource(source != null);
            }
        });
    }

    private Optional<CellTools> tools() {
        if (panel == null) {
            return Optional.empty();
        }
        return Optional.of(panel.made() instanceof CellPanel frame ? frame.tools() : proseTools);
    }

    /// Shows the problems of the text as a whole, and those that a press mends; the others of a field stand at its
    /// control, and those of a training, if it can be read, at its run.
    private void showMistake() {
        boolean training = shape.equals("train");
        mistake.show(
                bench.isOwn(id)
                        ? bench.notebook().resolved().problems(id).stream()
                                .filter(problem -> problem.field().isEmpty()
                                        || shape.equals("unread")
                                        || problem.proposal().isPresent() && !training)
                                .toList()
                        : List.of());
    }

    /// Two cells of one shape are shown by the same controls.
    private static String shape(Cell cell) {
        return switch (cell) {
            case Cell.Data data ->
                data.source() instanceof Source.Literal literal
                        ? "numbers" + literal.hashCode()
                        : data.source().getClass().getSimpleName();
            case Cell.Net net -> "net" + (net.weights().isEmpty() ? "" : weights(net));
            case Cell.Train _ -> "train";
            case Cell.Trace trace -> "trace" + trace.train();
            case Cell.Prose _ -> "prose";
            case Cell.NumberQuestion _ -> "number";
            case Cell.ChoiceQuestion _ -> "choice";
        };
    }

    private static String weights(Cell.Net net) {
        return net.weights().stream()
                .map(layer -> Arrays.toString(layer.kernel().data) + Arrays.toString(layer.bias().data))
                .toList()
                .toString();
    }
}
