package org.stepback.training.series;

import java.util.List;
import java.util.stream.IntStream;
import org.stepback.nn.metric.ThresholdCurve;

/// A curve of how well a classifier tells one class from the others, or a label's yes from its no, at every threshold.
///
/// @param ofClass 0 = the first class, or label
/// @param area below the ROC curve
/// @param curve so many points of it as a picture needs
public record ScoreCurve(String name, int ofClass, double area, ThresholdCurve curve) {
    private static final int MOST = 6;
    private static final int POINTS = 80;

    /// One for each class or label, or for the first of many; of two classes the second one's says it all.
    public static List<ScoreCurve> of(Answers answers) {
        int first = answers.classes() == 2 ? 1 : 0;
        return IntStream.range(first, Math.min(MOST, answers.names().size()))
                .mapToObj(ofClass -> of(answers, ofClass))
                .toList();
    }

    private static ScoreCurve of(Answers answers, int ofClass) {
        ThresholdCurve curve = ThresholdCurve.of(answers.outputs(ofClass), answers.isOf(ofClass));
        String name = answers.names().get(ofClass);
        return new ScoreCurve(name, ofClass, curve.area(), curve.thinned(POINTS));
    }
}
