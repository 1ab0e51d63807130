package org.stepback.trace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.Objects;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.nn.replay.Replay;
import org.stepback.trace.Grid;
import org.stepback.trace.QuantityText;
import org.stepback.trace.Scene;
import org.stepback.trace.Walk;
import org.stepback.ui.BrowserEvents;
import org.stepback.ui.ConnectionProbe;
import org.stepback.ui.PageTicker;

/// A walk through the steps of a training: stage by stage, forward and back, with each number's own story.
///
/// The steps are made on a training of its own; the one that others watch is not reached.
@Tag("sb-walk")
@NpmPackage(value = "katex", version = "0.19.1")
@CssImport("katex/dist/katex.min.css")
@JsModule("./walk/sb-walk.ts")
public final class WalkPanel extends Component implements HasStyle {
    /// The time for which a page waits for a step to be made again before it says so, in nanoseconds.
    private static final long PATIENCE = 40_000_000;

    /// The questions that are answered while a step far away is made again.
    private static final Set<String> TO_STEPS = Set.of("step", "by-steps", "by-epochs", "stay");

    private @Nullable Walk walk;
    private @Nullable Scene scene;
    private final Trail trail = new Trail();
    private final Windows windows = new Windows();
    private final FarStep far = new FarStep(getElement());
    private long shownStep;
    private double[] range = {};
    private boolean heat;
    private Trials trials = new Trials();
    private @Nullable Trace pictured;
    private int picturedSample;

    public WalkPanel(PageTicker ticker) {
        addClassName("walk");
        BrowserEvents.on(getElement(), "ask", Ask.class, this::ask);
        ticker.refresh(this, far::hasComeNearer, this::comeNearer);
        ticker.refresh(this, () -> trials.isChecking(), this::check);
    }

    /// Walks through these steps from now on.
    ///
    /// @param x inputs × samples, of the table that the steps take their samples from, and `y` its targets
    /// @param step to begin with
    /// @param sample to begin with, its place in the mini-batch, or [Walk#WHOLE]
    public void open(Replay replay, DMatrixRMaj x, DMatrixRMaj y, long step, int sample) {
        int stage = walk == null ? 0 : walk.stage();
        far.stop();
        shownStep = replay.firstStep();
        walk = new Walk(replay);
        trials = new Trials();
        walk.toStep(step);
        walk.toStage(stage);
        walk.toSample(sample);
        trail.clear();
        getElement()
                .setPropertyList(
                        "stages", walk.stages().stream().map(StageMessage::of).toList());
        getElement().setPropertyJson("samples", JacksonUtils.writeValue(SamplesMessage.of(x, y)));
        range = SamplesMessage.range(x);
        show();
    }

    /// Comes into the window's sight and takes the keys, once the browser has drawn it.
    void arrive() {
        getElement().executeJs("customElements.whenDefined('sb-walk').then(() => this.arrive())");
    }

    /// There is nothing to walk through.
    public void close() {
        far.stop();
        walk = null;
        scene = null;
        getElement().setPropertyJson("view", JacksonUtils.nullNode());
    }

    // --- What a person asks for ---

    private void ask(Ask asked) {
        Walk known = walk;
        if (known == null || far.isAwaited() && !TO_STEPS.contains(asked.what())) {
            return;
        }
        far.stop();
        long number = Objects.requireNonNullElse(asked.number(), 0L);
        String text = Objects.requireNonNullElse(asked.text(), "");
        double value = Objects.requireNonNullElse(asked.value(), Double.NaN);
        switch (asked.what()) {
            case "forward" -> onStage(known::forward);
            case "back" -> onStage(known::back);
            case "stage" -> onStage(() -> known.toStage((int) Math.clamp(number, 0, Integer.MAX_VALUE)));
            case "step" -> known.toStep(number);
            case "stay" -> known.toStep(shownStep);
            case "by-steps" -> known.toStep(known.step() + Math.clamp(number, -known.last(), known.last()));
            case "by-epochs" -> known.byEpochs(Math.clamp(number, -known.last(), known.last()));
            case "sample" -> known.toSample((int) Math.clamp(number, Walk.WHOLE, Integer.MAX_VALUE - 1));
            case "row" -> known.toSampleOfTable((int) Math.clamp(number, 0, Integer.MAX_VALUE - 1));
            case "cell" -> pick(asked.at());
            case "point" -> QuantityText.read(text, known.trace()).ifPresent(this::follow);
            case "number" -> QuantityText.read(text, known.trace()).ifPresent(this::goBackTo);
            case "crumb" -> trail.cut((int) Math.clamp(number, 0, Integer.MAX_VALUE));
            case "window" -> window(asked.at());
            case "try" -> trials.tryOut(value);
            case "check" -> trials.checkWith(value);
            case "check-all" -> {
                trials.begin();
                check();
                return;
            }
            case "heat" -> {
                heat = number == 1;
                pictured = null;
            }
            default -> {
                return; // a browser may send anything
            }
        }
        show();
    }

    /// Goes to another stage, which has a number of its own in focus.
    private void onStage(Runnable go) {
        trail.clear();
        go.run();
    }

    /// Looks at the number in a place of a table.
    private void pick(Ask.@Nullable Cell at) {
        Scene known = scene;
        if (known != null
                && at != null
                && at.grid() >= 0
                && at.grid() < known.grids().size()) {
            Grid found = known.grids().get(at.grid());
            if (at.row() >= 0 && at.row() < found.rows() && at.column() >= 0 && at.column() < found.columns()) {
                follow(found.at().of(at.row(), at.column()));
            }
        }
    }

    /// Looks at a number that the one in focus is made of, from which there is a way back.
    private void goBackTo(Quantity quantity) {
        if (scene != null) {
            trail.goOnTo(quantity, scene.focus());
        }
    }

    /// Looks at a number, and stays with its unit from stage to stage.
    private void follow(Quantity quantity) {
        if (walk != null) {
            walk.follow(quantity);
        }
        trail.beginAt(quantity);
    }

    private void window(Ask.@Nullable Cell at) {
        if (scene != null && at != null) {
            windows.move(scene.grids(), at.grid(), at.row(), at.column());
        }
    }

    // --- A step far away ---

    private void comeNearer() {
        if (far.isThere()) {
            far.stop();
            show();
        } else {
            far.tell();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (ConnectionProbe.ends(event)) {
            far.stop();
        }
    }

    // --- What the page is sent ---

    private void show() {
        Walk known = walk;
        if (known == null) {
            return;
        }
        if (arrives(known)) {
            show(known);
        } else {
            far.begin(known.replay(), known.step());
        }
    }

    /// A piece of the check of all gradients.
    private void check() {
        trials.goOn(PATIENCE);
        getElement().setPropertyJson("check", JacksonUtils.writeValue(trials.ofAll()));
    }

    /// Returns whether the step is there, within the time that a page waits.
    private static boolean arrives(Walk walk) {
        long begin = System.nanoTime();
        while (!walk.replay().approach(walk.step(), 1)) {
            if (System.nanoTime() - begin > PATIENCE) {
                return false;
            }
        }
        return true;
    }

    private void show(Walk known) {
        Trace trace = known.trace();
        Scene next = known.scene();
        boolean another = scene == null
                || !next.stage().equals(scene.stage())
                || next.grids().size() != windows.corners().size();
        scene = next;
        trail.keepWhatIsIn(trace);
        Quantity at = trail.lastOr(next.focus());
        if (another) {
            windows.reset(next.grids(), next.place(at));
        }
        shownStep = known.step();
        getElement().setPropertyBean("view", ViewMessage.of(known, next, at, windows, trail, trials));
        getElement().setPropertyJson("check", JacksonUtils.writeValue(trials.ofAll()));
        if (trace != pictured || known.sample() != picturedSample) {
            pictured = trace;
            picturedSample = known.sample();
            double[] plane = heat ? range : new double[0];
            NetworkMoment moment = NetworkMoment.of(trace);
            getElement()
                    .setPropertyBean(
                            "network",
                            new NetworkPicture(moment, known.sample(), plane, NetworkPicture.Digits.ALL).message());
        }
    }
}
