package org.stepback.training.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.data.Dataset;
import org.stepback.number.NumberText;
import org.stepback.training.Run;
import org.stepback.ui.chart.Graph;

/// A picture of a run's answers for some samples: those held out, or the training samples where none are.
///
/// There are at most as many as can be predicted at once, and the picture is due once a second while the run trains.
abstract class SamplePicture extends RunPicture {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private @Nullable Run drawn;
    private long drawnVersion;
    private long drawnAt;

    SamplePicture(String name) {
        super(name, "scores");
        addAttachListener(_ -> drawn = null);
    }

    abstract List<Graph> graphs();

    /// Draws a run's answers.
    ///
    /// @param remark says in a sentence which samples they are
    abstract void draw(Run run, Dataset samples, String remark);

    @Override
    public final boolean show(Run run) {
        long now = System.nanoTime();
        boolean trains = run.status().state().isActive();
        if (run == drawn && (run.version() == drawnVersion || trains && now - drawnAt < PAUSE_NANOS)) {
            return true;
        }
        if (graphs().stream().anyMatch(Graph::isBusy)) {
            return false;
        }
        drawn = run;
        drawnVersion = run.version();
        drawnAt = now;
        Dataset held = run.setup().validation();
        Dataset table = held.samples() > 0 ? held : run.setup().train();
        Dataset used = table.first(Math.min(table.samples(), run.maxGrid()));
        draw(run, used, remark(held.samples() > 0, used.samples(), table.samples()));
        return true;
    }

    private static String remark(boolean validation, int used, int all) {
        String which = validation
                ? "validation samples, which the network never trained on."
                : "training samples: none are held out for validation, so this says little about new data.";
        String part = used == all ? "Of all " : "Of the first " + NumberText.grouped(used) + " of ";
        return part + NumberText.grouped(all) + " " + which;
    }

    @Override
    public final void expect(boolean some) {
        graphs().forEach(graph -> graph.loading(some));
    }

    @Override
    public void clear() {
        drawn = null;
        graphs().forEach(graph -> graph.lines(List.of()));
    }
}
