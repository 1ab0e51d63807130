package org.stepback.notebook.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.springframework.web.util.HtmlUtils;
import org.stepback.data.Dataset;
import org.stepback.nn.metric.ConfusionMatrix;
import org.stepback.nn.metric.ThresholdCurve;
import org.stepback.notebook.report.PlotPicture.Kind;
import org.stepback.notebook.report.PlotPicture.Series;
import org.stepback.number.NumberText;
import org.stepback.training.FitCurve;
import org.stepback.training.Run;
import org.stepback.training.series.Answers;
import org.stepback.training.series.DrawnSamples;
import org.stepback.training.series.ScoreCurve;

/// Pictures of the predictions of a run's network: over the plane, and on the samples held out, or on the training
/// samples where none are.
final class ResultPictures {
    private static final int MOST_CLASSES = 16;

    private final Run run;
    private final Dataset table;
    private final DMatrixRMaj predicted;

    private ResultPictures(Run run) {
        this.run = run;
        Dataset held = run.setup().validation();
        Dataset all = held.samples() > 0 ? held : run.setup().train();
        table = all.first(Math.min(all.samples(), run.maxGrid()));
        predicted = run.predictions(table.x());
    }

    static String of(Run run) {
        var of = new ResultPictures(run);
        String plane = PlanePicture.canShow(run) ? PlanePicture.figure(run) : "";
        return plane + (of.table.hasAnswers() ? of.scores() : of.fit());
    }

    private String scores() {
        Answers answers = Answers.of(predicted, table, run.setup().settings().loss());
        String counts =
                table.multiLabel() ? labels(answers) : answers.classes() <= MOST_CLASSES ? confusion(answers) : "";
        List<Series> rocs = new ArrayList<>();
        List<Series> precisions = new ArrayList<>();
        for (ScoreCurve each : ScoreCurve.of(answers)) {
            ThresholdCurve curve = each.curve();
            rocs.add(new Series(
                    each.name() + ", area " + NumberText.briefOrDash(each.area()),
                    each.ofClass(),
                    Kind.LINE,
                    curve.falsePositiveRate(),
                    curve.recall()));
            precisions.add(new Series(each.name(), each.ofClass(), Kind.LINE, curve.recall(), curve.precision()));
        }
        rocs.add(diagonal("guessing", 0, 1));
        return counts
                + PlotPicture.ofShares("ROC curve", "false positive rate", "recall", rocs)
                        .figure()
                + PlotPicture.ofShares("Precision–recall curve", "recall", "precision", precisions)
                        .figure();
    }

    private static Series diagonal(String name, double low, double high) {
        return new Series(name, 0, Kind.GUIDE, new double[] {low, high}, new double[] {low, high});
    }

    private static String confusion(Answers answers) {
        ConfusionMatrix matrix = answers.confusion();
        List<String> names = answers.names();
        return table(
                "Confusion matrix",
                Stream.concat(Stream.of("is \\ taken for"), names.stream()).toList(),
                names,
                actual -> Arrays.stream(matrix.counts()[actual]));
    }

    private static String labels(Answers answers) {
        return table(
                "Right and wrong answers",
                List.of("label", "yes, found", "yes, missed", "no, taken for yes", "no, right"),
                answers.names(),
                label -> {
                    ConfusionMatrix of = answers.confusion(label);
                    return LongStream.of(of.count(1, 1), of.count(1, 0), of.count(0, 1), of.count(0, 0));
                });
    }

    private static String table(
            String caption, List<String> heads, List<String> names, IntFunction<LongStream> countsOf) {
        var html = new StringBuilder("<figure><figcaption>" + caption + "</figcaption><table><thead><tr>");
        heads.forEach(name -> html.append("<th scope=\"col\">%s</th>".formatted(HtmlUtils.htmlEscape(name))));
        html.append("</tr></thead><tbody>");
        for (int i = 0; i < names.size(); i++) {
            html.append("<tr><th scope=\"row\">%s</th>".formatted(HtmlUtils.htmlEscape(names.get(i))));
            countsOf.apply(i).forEach(count -> html.append("<td>%s</td>".formatted(NumberText.grouped(count))));
            html.append("</tr>");
        }
        return html.append("</tbody></table></figure>").toString();
    }

    private String fit() {
        double[] actual = DrawnSamples.first(table.y());
        double low = Arrays.stream(actual).min().orElse(0);
        double high = Arrays.stream(actual).max().orElse(1);
        List<Series> against = List.of(
                new Series("samples", 0, Kind.POINTS, actual, DrawnSamples.first(predicted)),
                diagonal("exactly right", low, high));
        return (table.inputs() == 1 ? curve() : "")
                + new PlotPicture("Predicted against actual", "actual", "predicted", against).figure();
    }

    /// Draws the predictions over the one input.
    private String curve() {
        FitCurve curve = FitCurve.of(run, Arrays.copyOf(table.x().getData(), table.samples()));
        List<Series> fit = List.of(
                new Series("data", 0, Kind.POINTS, DrawnSamples.first(table.x()), DrawnSamples.first(table.y())),
                new Series("network", 1, Kind.LINE, curve.x(), curve.y()));
        return new PlotPicture("Fit", table.features().getFirst(), "target", fit).figure();
    }
}
