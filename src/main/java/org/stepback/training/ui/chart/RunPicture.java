package org.stepback.training.ui.chart;

import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.ui.ViewportAware;
import org.stepback.ui.chart.Chart;

/// One picture of a run, which a person may show or put away.
public abstract class RunPicture extends ViewportAware {
    private final String name;

    /// @param name the word on the button that shows it
    RunPicture(String name, String... styles) {
        this.name = name;
        addClassName("run-lines");
        addClassNames(styles);
    }

    public final String name() {
        return name;
    }

    /// Returns whether it suits such a run: an accuracy does not suit a regression.
    public boolean suits(RunSetup setup) {
        return true;
    }

    /// Shows the run as it is now, as far as the browser has drawn what came before. It is called while the picture is
    /// near the window.
    ///
    /// @return whether the browser has all there is; if not, a later beat sends the rest
    public abstract boolean show(Run run);

    /// Says whether there is a run whose numbers it shows once it is near the window.
    public void expect(boolean some) {}

    /// Returns whether the browser has drawn what it was sent; asked off the page's thread.
    public boolean isReady() {
        return true;
    }

    /// Shows no run.
    public abstract void clear();

    /// Says what is counted along the picture, if it has an axis of steps.
    public void along(Chart.Along along) {}

    /// Lets the picture stand still, or follow the run again.
    public void freeze(boolean frozen) {}
}
