package org.stepback.notebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepback.notebook.report.LinePicture.Line;
import org.stepback.notebook.report.LinePicture.Scale;
import org.stepback.training.ChartLayers;
import org.stepback.training.Run;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.LayerNumber;
import org.stepback.training.series.NewPoints;

/// The charts of a run, as pictures below each other.
final class ReportCharts {
    /// More than a picture has columns of pixels would be seen by nobody.
    private static final int MOST_POINTS = 400;

    private static final String SOLID = "";
    private static final String DASHED = "7 3";

    private final NewPoints points;
    private final NewPoints.Steps steps;
    private final NewPoints.EpochEnds ends;
    private final ChartLayers layers;

    private ReportCharts(Run run) {
        points = run.since(Cursor.START, MOST_POINTS);
        steps = points.steps();
        ends = points.epochEnds();
        layers = new ChartLayers(run.setup());
    }

    static String of(Run run) {
        var of = new ReportCharts(run);
        return of.all().stream()
                        .filter(picture -> !picture.isEmpty())
                        .map(LinePicture::figure)
                        .collect(Collectors.joining())
                + SpreadPictures.of(run)
                + ResultPictures.of(run)
                + SurfacePicture.figure(run);
    }

    private List<LinePicture> all() {
        return List.of(
                batchAndEnds("Loss", Scale.FROM_ZERO, steps.loss(), ends.trainingLoss(), ends.validationLoss()),
                batchAndEnds(
                        "Accuracy", Scale.SHARES, steps.accuracy(), ends.trainingAccuracy(), ends.validationAccuracy()),
                new LinePicture(
                        "Gradient magnitude (L2 norm)",
                        Scale.LOG,
                        weightsAndBiases(LayerNumber.KERNEL_GRADIENT_NORM, LayerNumber.BIAS_GRADIENT_NORM)),
                new LinePicture(
                        "Update-to-weight ratio",
                        Scale.LOG,
                        of(layers.learning(), "weights", SOLID, LayerNumber.UPDATE_RATIO)),
                new LinePicture(
                        "Weight norms (L2)",
                        Scale.FROM_ZERO,
                        weightsAndBiases(LayerNumber.KERNEL_NORM, LayerNumber.BIAS_NORM)),
                new LinePicture(
                        "Learning rate",
                        Scale.FROM_ZERO,
                        List.of(new Line("Learning rate", 0, SOLID, steps.step(), steps.learningRate()))),
                new LinePicture("Dead and saturated units (share of the layer)", Scale.SHARES, units()));
    }

    private LinePicture batchAndEnds(
            String title, Scale scale, double[] batch, double[] training, double[] validation) {
        String what = title.toLowerCase(Locale.ROOT);
        return new LinePicture(
                title,
                scale,
                List.of(
                        new Line("Batch " + what, 0, SOLID, true, steps.step(), batch),
                        new Line("Training " + what, 2, SOLID, ends.step(), training),
                        new Line("Validation " + what, 2, DASHED, ends.step(), validation)));
    }

    private List<Line> weightsAndBiases(LayerNumber ofWeights, LayerNumber ofBiases) {
        List<Line> lines = new ArrayList<>(of(layers.learning(), "weights", SOLID, ofWeights));
        lines.addAll(of(layers.biased(), "bias", DASHED, ofBiases));
        return lines;
    }

    private List<Line> of(List<Integer> those, String word, String dash, LayerNumber number) {
        double[][] values = points.layers().of(number);
        return ChartLayers.few(those).stream()
                .map(layer -> new Line(
                        layers.name(layer) + " " + word,
                        layer,
                        dash,
                        points.layers().step(),
                        values[layer]))
                .toList();
    }

    private List<Line> units() {
        NewPoints.Units units = points.units();
        return Stream.concat(
                        ChartLayers.few(layers.sloped()).stream().map(at -> unit(at, "dead", SOLID, units.dead())),
                        ChartLayers.few(layers.bounded()).stream()
                                .map(at -> unit(at, "saturated", DASHED, units.saturated())))
                .toList();
    }

    private Line unit(int layer, String word, String dash, double[][] shares) {
        return new Line(
                "Layer " + (layer + 1) + " " + word, layer, dash, points.units().step(), shares[layer]);
    }
}
