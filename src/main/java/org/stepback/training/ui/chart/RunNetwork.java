package org.stepback.training.ui.chart;

import com.vaadin.flow.component.html.H3;
import org.jspecify.annotations.Nullable;
import org.stepback.data.Dataset;
import org.stepback.nn.Network;
import org.stepback.trace.ui.NetworkDiagram;
import org.stepback.trace.ui.NetworkMoment;
import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.ui.Styled;

/// A run's network as it is now, drawn: seen through a few training samples, always the same.
final class RunNetwork extends RunPicture {
    private static final int MOST_SAMPLES = 64;

    /// Multiply-adds of one look, forward and back: some milliseconds.
    private static final long OPERATIONS = 12_000_000;

    private final NetworkDiagram diagram;
    private @Nullable Network drawn;
    private boolean frozen;

    /// @param redraw asks for the run to be shown again
    RunNetwork(Runnable redraw) {
        super("Network", "run-network");
        diagram = new NetworkDiagram(() -> {
            drawn = null;
            redraw.run();
        });
        var help = Styled.paragraph(
                "help",
                "The stronger a line, the larger its weight or gradient: orange is positive, blue"
                        + " negative. A crossed unit is dead: it gives the same for every sample and cannot learn.");
        add(new H3("Network"), help, diagram);
        addAttachListener(_ -> drawn = null);
    }

    @Override
    public boolean show(Run run) {
        Network now = run.network();
        if (frozen || now == drawn) {
            return true;
        }
        if (!diagram.isFree()) {
            return false; // a later beat shows the newest
        }
        drawn = now;
        Dataset seen = seen(run.setup());
        diagram.show(
                NetworkMoment.of(now, run.setup().settings().loss(), seen.x(), seen.y()),
                run.setup().train().x());
        return true;
    }

    private static Dataset seen(RunSetup setup) {
        long affordable = Math.clamp(OPERATIONS / setup.architecture().stepOperations(), 1, MOST_SAMPLES);
        return setup.train().first((int) Math.min(affordable, setup.train().samples()));
    }

    @Override
    public boolean isReady() {
        return diagram.isReady();
    }

    @Override
    public void clear() {
        drawn = null;
        diagram.clear();
    }

    @Override
    public void freeze(boolean still) {
        frozen = still;
    }
}
