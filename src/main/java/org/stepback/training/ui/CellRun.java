package org.stepback.training.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepback.data.Split;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Kind;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Shape;
import org.stepback.training.KeptRun;
import org.stepback.training.Run;
import org.stepback.training.RunSetups;
import org.stepback.training.RunState;
import org.stepback.training.Sweep;
import org.stepback.training.SweptSetting;
import org.stepback.training.TrainingService;
import org.stepback.training.pace.Pace;

/// One train cell's run as a page steers it: what Run, Step, Reset and the speed do, whatever state the run is in.
final class CellRun {
    private final TrainingService training;
    private final RunSetups setups;
    private final UUID owner;
    private final String slug;
    private final String cell;
    private Pace pace = new Pace(100);
    private @Nullable Made made;
    private @Nullable Resolved cells;
    private String obstacle = "";

    /// The cells of the next run.
    private record Made(Exercise exercise, Resolved cells, String configuration) {}

    CellRun(TrainingService training, RunSetups setups, UUID owner, String slug, String cell) {
        this.training = training;
        this.setups = setups;
        this.owner = owner;
        this.slug = slug;
        this.cell = cell;
        current().ifPresent(run -> pace = run.status().pace());
    }

    Optional<Run> current() {
        return training.current(owner, slug, cell);
    }

    /// Returns whether there is one at hand; any thread may ask.
    boolean isAtHand() {
        return training.isAtHand(owner, slug, cell);
    }

    /// Why the last run is not to be had, as a sentence; empty where there was none.
    Optional<String> lost() {
        return training.lost(owner, slug, cell);
    }

    /// Returns the data that the next run learns from; empty where no run can be made.
    Optional<Cell.Data> data() {
        return Optional.ofNullable(made).map(known -> setups.data(known.cells(), cell));
    }

    /// Returns their size, without drawing them.
    Shape shape(Cell.Data data) {
        return made().exercise().shape(data);
    }

    /// Returns those data, drawn.
    Split split(Cell.Data data) {
        return made().exercise().dataset(data).split(data.validationSplit());
    }

    Pace pace() {
        return pace;
    }

    /// The cells that the next run is made of.
    void use(Exercise exercise, Resolved cells) {
        made = new Made(exercise, cells, setups.configuration(cells, cell));
        this.cells = cells;
        obstacle = "";
    }

    /// No run can be made of the cells as they are.
    ///
    /// @param why as a sentence
    void useNothing(Resolved cells, String why) {
        made = null;
        this.cells = cells;
        obstacle = why;
    }

    /// Why no run can be made of the cells as they are, as a sentence; empty where one can.
    String obstacle() {
        return obstacle;
    }

    boolean canStart() {
        return made != null;
    }

    /// Returns whether the cells have changed since the run was made of them. It was not made of cells that nothing can
    /// be made of.
    boolean isStale(Run run) {
        return made == null
                ? !obstacle.isEmpty()
                : !made.configuration().equals(run.setup().configuration());
    }

    /// The fields that have changed since the run was made, by cell.
    Map<String, List<String>> changes(Run run) {
        return cells == null ? Map.of() : setups.changes(cells, run.setup());
    }

    /// Returns changed fields as words: those of the training, and those of its network or data by their kind.
    String words(Map<String, List<String>> changes) {
        return changes.entrySet().stream()
                .map(changed -> changed.getKey().equals(cell)
                        ? String.join(", ", changed.getValue())
                        : kind(changed.getKey()) + " (" + String.join(", ", changed.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String kind(String other) {
        return Optional.ofNullable(cells)
                .flatMap(known -> known.cell(other))
                .map(known -> Kind.of(known).key())
                .orElse(other);
    }

    /// Starts from scratch, whatever there is.
    void begin() {
        training.start(owner, made().exercise(), made().cells(), cell, pace);
    }

    void pause() {
        if (current().filter(run -> run.status().state().isActive()).isPresent()) {
            training.pause(owner, slug, cell);
        }
    }

    /// The big button: pauses a run that trains, goes on with a paused one, and starts a new one where it has ended or
    /// where the settings have changed.
    void runOrPause() {
        Optional<Run> run = current();
        RunState state = run.map(known -> known.status().state()).orElse(RunState.DONE);
        if (state.isActive()) {
            training.pause(owner, slug, cell);
        } else if (state == RunState.PAUSED && !isStale(run.orElseThrow())) {
            training.resume(owner, slug, cell);
        } else {
            begin();
        }
    }

    /// One mini-batch: of the present run, or of a new one where there is none or the settings have changed.
    void step() {
        Optional<Run> run = current();
        if (run.isEmpty() || run.get().status().state().isOver() || isStale(run.get())) {
            training.prepare(owner, made().exercise(), made().cells(), cell, pace);
        }
        training.step(owner, slug, cell);
    }

    void reset() {
        training.reset(owner, slug, cell);
    }

    /// Goes on from a step of the present run with the settings as they are now.
    void fork(long step) {
        training.fork(owner, made().exercise(), made().cells(), cell, pace, step);
    }

    /// Goes back to a step of the present run, and stands still there.
    void rewind(long step) {
        training.rewind(owner, made().exercise(), made().cells(), cell, pace, step);
    }

    List<KeptRun> kept() {
        return training.kept(owner, slug, cell);
    }

    long keptVersion() {
        return training.keptVersion(owner);
    }

    void rename(KeptRun run, String name) {
        training.rename(owner, run.id(), name);
    }

    void forget(KeptRun run) {
        training.forget(owner, run.id());
    }

    void restore(KeptRun run) {
        training.restore(owner, slug, cell, run);
    }

    Sweep sweep(SweptSetting setting, List<Double> values) {
        return training.sweep(owner, made().exercise(), made().cells(), cell, setting, values);
    }

    void setPace(Pace pace) {
        this.pace = pace;
        if (current().filter(run -> !run.status().state().isOver()).isPresent()) {
            training.setPace(owner, slug, cell, pace);
        }
    }

    private Made made() {
        if (made == null) {
            throw new RefusedException("Something in the cells is not right yet. Correct it, then press Run.");
        }
        return made;
    }
}
