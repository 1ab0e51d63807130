package org.stepback.training.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// All pictures of a run, in the order of their buttons.
public final class RunPictures {
    private RunPictures() {}

    /// @param loss the first of them
    /// @param redraw asks for the run to be shown again
    public static List<RunPicture> of(RunLines loss, Runnable redraw) {
        RunLines gradients = LineCharts.gradients(redraw);
        List<RunLines> others = List.of(
                LineCharts.accuracy(),
                LineCharts.updates(),
                LineCharts.weightNorms(),
                LineCharts.learningRate(),
                LineCharts.units());
        List<RunPicture> pictures = new ArrayList<>(List.of(loss, gradients, new RunNetwork(redraw)));
        pictures.addAll(others);
        pictures.addAll(List.of(new RunSpread(redraw), new RunScores(), new RunFit(), new RunSurface(redraw)));
        String group = UUID.randomUUID().toString();
        loss.group(group);
        gradients.group(group);
        others.forEach(each -> each.group(group));
        return pictures;
    }
}
