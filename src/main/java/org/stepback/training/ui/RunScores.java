package org.stepback.training.ui;

import java.util.ArrayList;
import java.util.List;
import org.stepback.data.Dataset;
import org.stepback.nn.ConfusionMatrix;
import org.stepback.nn.ThresholdCurve;
import org.stepback.training.Answers;
import org.stepback.training.Run;
import org.stepback.training.RunSetup;
import org.stepback.ui.Figures;
import org.stepback.ui.Graph;
import org.stepback.ui.Sight;

/// How a classifier does on the samples held out: confusion matrix, ROC and precision–recall, as it trains.
final class RunScores implements RunPicture {
    private static final int MOST_CURVES = 6;
    private static final int POINTS = 80;

    private final ConfusionTable confusion = new ConfusionTable();
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
    private final Sight box = new Sight();
    private final Samples samples = new Samples();

    RunScores() {
        box.addClassNames("run-lines", "scores");
        box.add(confusion, roc, precision);
        box.addAttachListener(_ -> samples.forget());
    }

    @Override
    public String name() {
        return "Scores";
    }

    @Override
    public Sight component() {
        return box;
    }

    @Override
    public boolean suits(RunSetup setup) {
        return !setup.train().classes().isEmpty();
    }

    @Override
    public boolean show(Run run) {
        if (!samples.isDue(run)) {
            return true;
        }
        if (roc.isBusy() || precision.isBusy()) {
            return false;
        }
        Dataset table = samples.of(run);
        Answers answers = Answers.of(
                run.predictions(table.x()), table, run.setup().settings().loss());
        confusion.setVisible(ConfusionTable.canShow(answers.classes()));
        if (confusion.isVisible()) {
            confusion.show(table.classes(), new ConfusionMatrix(answers.confusion()));
        }
        curves(answers);
        roc.note(samples.remark());
        return true;
    }

    /// A curve for each class; of two classes the second one's says it all.
    private void curves(Answers answers) {
        List<Graph.Line> rocs = new ArrayList<>();
        List<Graph.Line> precisions = new ArrayList<>();
        for (int ofClass = answers.classes() == 2 ? 1 : 0;
                ofClass < Math.min(MOST_CURVES, answers.classes());
                ofClass++) {
            ThresholdCurve curve = ThresholdCurve.of(answers.outputs(ofClass), answers.isOf(ofClass));
            ThresholdCurve few = curve.thinned(POINTS);
            String name = answers.samples().classes().get(ofClass);
            rocs.add(new Graph.Line(
                    name + ", area " + Figures.four(curve.area()),
                    ofClass,
                    Graph.Kind.LINE,
                    few.falsePositiveRate(),
                    few.recall()));
            precisions.add(new Graph.Line(name, ofClass, Graph.Kind.LINE, few.recall(), few.precision()));
        }
        rocs.add(new Graph.Line("guessing", 0, Graph.Kind.GUIDE, new double[] {0, 1}, new double[] {0, 1}));
        roc.lines(rocs);
        precision.lines(precisions);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void expect(boolean some) {
        roc.loading(some);
        precision.loading(some);
    }

    @Override
    public void clear() {
        samples.forget();
        confusion.setVisible(false);
        roc.lines(List.of());
        precision.lines(List.of());
    }
}
