package org.stepback.training.ui.chart;

import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.ui.ViewportAware;
import org.stepback.ui.chart.Chart;

/// One picture of a run, which a person may show or put away.
public interface RunPicture {
    /// What the button says that shows it.
    String name();

    ViewportAware component();

    /// Whether it says anything of such a run: an accuracy does not of a regression.
    default boolean suits(RunSetup setup) {
        return true;
    }

    /// Shows the run as it is now, as it is asked to while it is near the window, as far as the browser has drawn
    /// what came before.
    ///
    /// @return whether the browser has all there is; if not, a later beat sends the rest
    boolean show(Run run);

    /// Whether there is a run whose numbers it shows once it is near the window: until then it says that they come.
    default void expect(boolean some) {}

    /// Whether the browser has drawn what it was sent; asked off the page's thread.
    boolean isReady();

    /// There is no run to be shown.
    void clear();

    /// What is counted along the picture, if it has an axis of steps.
    default void along(Chart.Along along) {}

    /// Whether it stands still.
    default void freeze(boolean frozen) {}
}
