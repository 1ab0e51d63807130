package org.stepback.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Shape;
import org.stepback.exercise.TrainingChart;
import org.stepback.trace.ui.WalkDrawer;
import org.stepback.training.KeptRun;
import org.stepback.training.Run;
import org.stepback.training.RunStatus;
import org.stepback.training.ui.chart.LineCharts;
import org.stepback.training.ui.chart.RunLines;
import org.stepback.training.ui.chart.RunPictures;
import org.stepback.training.ui.chart.RunPlane;
import org.stepback.ui.ConnectionProbe;
import org.stepback.ui.PageTicker;
import org.stepback.ui.Styled;
import org.stepback.ui.ViewportAware;

/// The panel of a run: its settings next to Run, Step and Start over; its numbers; and its charts as they grow, in
/// places that they have before there is anything to see.
public final class RunPanel extends ViewportAware {
    private final CellRun cellRun;
    private final RunBar bar;
    private final RunStateBadge mark = new RunStateBadge();
    private final RunNotice notice = new RunNotice();
    private final RunDiagnoses diagnoses;
    private final ChangedSettings settings;
    private final RunFigures figures = new RunFigures();
    private final RunPlane plane = new RunPlane();
    private final Div top = Styled.div("run-top");
    private final Div line = Styled.div("run-line");
    private final RunHistory history;
    private final RunCharts charts;
    private final WalkDrawer drawer;
    private final ShownRun shown = new ShownRun();
    private boolean waiting;

    /// @param named the charts that are shown at first
    /// @param workbench whether every tool is at hand from the first
    RunPanel(CellRun cellRun, List<TrainingChart> named, boolean workbench, PageTicker ticker) {
        this.cellRun = cellRun;
        addClassName("run-panel");
        RunLines loss = LineCharts.loss(this::overlays);
        diagnoses = new RunDiagnoses(this::rewind, loss::mark);
        charts = new RunCharts(RunPictures.of(loss, this::redraw), named, this::redraw);
        charts.openMore(workbench);
        history = new RunHistory(cellRun, ticker, this::tried, () -> {
            loss.restart();
            redraw();
        });
        drawer = new WalkDrawer(() -> shown.get().map(RunPanel::subject), ticker);
        bar = new RunBar(cellRun, this::attempt);
        settings = new ChangedSettings(cellRun, notice, step -> attempt(() -> cellRun.fork(step)));
        top.add(bar, figures);
        line.add(Styled.div("run-say", mark, diagnoses, settings.offer(), Styled.div("run-notice", notice)));
        add(top, line, Styled.div("run-pictures", plane, charts.first()));
        var foot = Styled.div("run-foot");
        charts.more().forEach(foot::add);
        foot.add(drawer, history);
        add(foot);
        onNear(this::redraw);
        plane.onNear(this::redraw);
        ticker.refresh(this, this::hasNews, this::show);
    }

    /// Puts the settings of the runs next to the buttons that run them.
    ///
    /// @param controls of what may be changed
    /// @param folds what is folded away
    public void settings(Component controls, Component folds) {
        top.addComponentAsFirst(controls);
        line.addComponentAsFirst(folds);
    }

    /// Says nothing of what is wrong with the run as long as this holds.
    public void hideDiagnosesWhile(BooleanSupplier condition) {
        diagnoses.hideWhile(condition);
    }

    /// Looks again at what is wrong with the run.
    public void lookAgain() {
        diagnoses.lookAgain();
        redraw();
    }

    /// The fields that have changed since the run was made, by cell; none where there is no run.
    public Map<String, List<String>> changes() {
        return settings.changes();
    }

    /// Called when [#changes] are others.
    public void onChanges(Runnable listener) {
        settings.onChanges(listener);
    }

    /// The cells are sound: a run can be made of them.
    public void ready(Exercise exercise, Resolved cells) {
        notice.forgive();
        cellRun.use(exercise, cells);
        show();
    }

    /// The cells have problems, which the page shows elsewhere: no run can be made of them.
    ///
    /// @param why the first of them, as a sentence
    public void blocked(Resolved cells, String why) {
        notice.forgive();
        cellRun.useNothing(cells, why);
        show();
    }

    /// Returns whether there is no run.
    public boolean isEmpty() {
        return cellRun.current().isEmpty();
    }

    /// Returns whether a run would give something new: there is none, it has not ended, or the cells have changed
    /// since.
    public boolean isOpen() {
        return cellRun.canStart()
                && cellRun.current()
                        .filter(known -> known.status().state().isOver() && !cellRun.isStale(known))
                        .isEmpty();
    }

    /// Returns whether a run is under way. Any thread may ask.
    public boolean isBusy() {
        return shown.get().filter(run -> run.status().state().isActive()).isPresent();
    }

    /// Starts from scratch, if the cells allow it.
    public void begin() {
        if (cellRun.canStart()) {
            attempt(cellRun::begin);
        }
    }

    public void pause() {
        attempt(cellRun::pause);
    }

    /// Forgets the run.
    public void reset() {
        attempt(cellRun::reset);
    }

    /// Says that the run starts once others have ended, or no longer says so.
    public void setWaiting(boolean waits) {
        waiting = waits;
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        adopt(cellRun.current());
        shown.again();
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (ConnectionProbe.ends(event)) {
            shown.leave();
        }
    }

    /// Asked off the page's thread.
    private boolean hasNews() {
        return shown.hasNews() && charts.isReady() || hasBegunElsewhere();
    }

    /// Returns whether another tab has begun a run. Any thread may ask.
    private boolean hasBegunElsewhere() {
        return shown.get().isEmpty() && cellRun.isAtHand();
    }

    private List<KeptRun> overlays() {
        return history.chosen(shown.get().orElse(null));
    }

    /// Shows the run again, though nothing of it has changed.
    private void redraw() {
        shown.again();
        show();
    }

    private void attempt(Runnable intent) {
        tried(intent).ifPresent(notice::refuse);
    }

    /// Does what a person asked for.
    ///
    /// @return why it is refused, if it is, for the control that was used to say so
    private Optional<String> tried(Runnable intent) {
        notice.forgive();
        try {
            intent.run();
            adopt(cellRun.current());
            show();
            return Optional.empty();
        } catch (RefusedException refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    private void adopt(Optional<Run> current) {
        if (shown.adopt(current)) {
            charts.clear();
        }
    }

    private void show() {
        if (hasBegunElsewhere() || shown.get().filter(run -> !run.isCurrent()).isPresent()) {
            adopt(cellRun.current()); // another tab has reset it or started another
        }
        drawer.show();
        shown.get().ifPresentOrElse(this::show, this::showNothing);
    }

    private void show(Run known) {
        long version = known.version();
        if (show(known, known.status())) {
            shown.seen(version);
        }
    }

    private void showNothing() {
        setBegun(false);
        figures.clear();
        cellRun.data().ifPresent(data -> {
            Shape shape = cellRun.shape(data);
            figures.suit(shape.holdsOut(data.validationSplit()), shape.hasAnswers());
        });
        diagnoses.clear();
        cellRun.data().ifPresentOrElse(data -> plane.expect(data, cellRun::split), plane::clear);
        Optional<String> lost = cellRun.lost();
        bar.showNothing(cellRun.canStart(), lost.isPresent());
        setState(lost.isPresent() ? "warning" : "idle", lost.isPresent() ? "Lost" : "Not started", cellRun.obstacle());
        mark.showElapsed(0);
        settings.showNothing();
        notice.say("problem", lost.orElse(""));
    }

    /// @return whether the page has all there is; if not, a later beat shows the rest
    private boolean show(Run known, RunStatus status) {
        boolean stale = cellRun.isStale(known);
        boolean active = status.state().isActive();
        setBegun(status.step() > 0);
        bar.show(status, stale, cellRun.canStart());
        String why = settings.show(known, status, stale);
        setState(
                stale && !active ? "stale" : RunStateBadge.icon(status.state()),
                stale && !active ? "Settings changed since this run" : RunStateBadge.word(status),
                why);
        mark.showElapsed(status.seconds());
        if (isNear()) {
            diagnoses.show(known, active);
        }
        figures.show(status, known.setup());
        boolean drawn = plane.show(known, active);
        return charts.show(known, active) && drawn;
    }

    /// Returns whether there are numbers, though the browser may not have them yet.
    private void setBegun(boolean begun) {
        getElement().setAttribute("data-begun", begun);
    }

    private void setState(String icon, String word, String why) {
        if (waiting) {
            mark.show("queued", "Waiting for the cells above", "");
        } else {
            mark.show(icon, word, why);
        }
    }

    private void rewind(long step) {
        attempt(() -> cellRun.rewind(step));
    }

    /// Returns the training that the drawer looks into.
    private static WalkDrawer.Subject subject(Run run) {
        return new WalkDrawer.Subject(
                run,
                run::replay,
                run.setup().train().x(),
                run.setup().train().y(),
                run.status().step(),
                "");
    }
}
