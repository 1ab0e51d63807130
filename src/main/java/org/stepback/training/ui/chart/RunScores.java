package org.stepback.training.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.stepback.data.Dataset;
import org.stepback.nn.metric.ThresholdCurve;
import org.stepback.number.NumberText;
import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.training.series.Answers;
import org.stepback.training.series.ScoreCurve;
import org.stepback.ui.chart.Graph;

/// The scores of a classifier on the samples held out: confusion matrix or, of several labels, the answers by
/// label; ROC and precision–recall, as it trains.
final class RunScores extends SamplePicture {
    private final ConfusionTable confusion = new ConfusionTable();
    private final LabelTable labels = new LabelTable();
    private final Graph roc = new Graph(
                    "ROC curve",
                    "Each point is a threshold: how many of the class are found, against how many others are taken for"
                            + " it. The closer to the upper left corner, the better; the diagonal is guessing.")
            .axes("false positive rate", "recall")
            .shares();
    private final Graph precision = new Graph(
                    "Precision–recall curve",
                    "Each point is a threshold: how many of those named are right, against how many of the class are"
                            + " found. The closer to the upper right corner, the better.")
            .axes("recall", "precision")
            .shares();

    RunScores() {
        super("Scores");
        add(confusion, labels, roc, precision);
        hideTables();
    }

    private void hideTables() {
        confusion.setVisible(false);
        labels.setVisible(false);
    }

    @Override
    List<Graph> graphs() {
        return List.of(roc, precision);
    }

    @Override
    public boolean suits(RunSetup setup) {
        return setup.train().hasAnswers();
    }

    @Override
    void draw(Run run, Dataset table, String remark) {
        Answers answers = Answers.of(
                run.predictions(table.x()), table, run.setup().settings().loss());
        labels.setVisible(table.multiLabel());
        confusion.setVisible(!table.multiLabel() && ConfusionTable.canShow(answers.classes()));
        if (labels.isVisible()) {
            labels.show(answers);
        }
        if (confusion.isVisible()) {
            confusion.show(table.classes(), answers.confusion());
        }
        curves(answers);
        roc.note(remark);
    }

    private void curves(Answers answers) {
        List<Graph.Line> rocs = new ArrayList<>();
        List<Graph.Line> precisions = new ArrayList<>();
        for (ScoreCurve each : ScoreCurve.of(answers)) {
            ThresholdCurve curve = each.curve();
            rocs.add(new Graph.Line(
                    each.name() + ", area " + NumberText.significantOrDash(each.area()),
                    each.ofClass(),
                    Graph.Kind.LINE,
                    curve.falsePositiveRate(),
                    curve.recall()));
            precisions.add(
                    new Graph.Line(each.name(), each.ofClass(), Graph.Kind.LINE, curve.recall(), curve.precision()));
        }
        rocs.add(new Graph.Line("guessing", 0, Graph.Kind.GUIDE, new double[] {0, 1}, new double[] {0, 1}));
        roc.lines(rocs);
        precision.lines(precisions);
    }

    @Override
    public void clear() {
        super.clear();
        hideTables();
    }
}
