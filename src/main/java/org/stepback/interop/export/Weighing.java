package org.stepback.interop.export;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepback.exercise.training.TrainingSpec;

/// The weights of the samples in the loss, for NumPy and PyTorch code; `np` stands for either.
///
/// A program has `sample_weight` for training and `weight_at_rest` for the loss between epochs, in which weights of
/// classes do not count, as in Keras. Where all samples count alike every text here is empty.
record Weighing(TrainingSpec spec) {
    boolean isOn() {
        return bySample() || !spec.train().classWeights().isEmpty();
    }

    private boolean bySample() {
        return spec.split().train().sampleWeights().length > 0;
    }

    /// Lines that give the weights.
    ///
    /// @param array what makes an array of a list
    /// @param classes an expression for the classes of all samples
    String lines(Numbers numbers, String array, String classes) {
        if (bySample()) {
            String all = numbers.flat("sample_weight", SampleNotes.all(spec).weights());
            return "sample_weight = weight_at_rest = %s(%s)  # how much each sample counts\n".formatted(array, all);
        }
        return isOn() ? """
                class_weight = {%s}
                sample_weight = %s([class_weight.get(int(c), 1.0) for c in %s])
                weight_at_rest = np.ones(len(sample_weight))  # classes weigh in training alone
                """.formatted(classWeights(spec), array, classes) : "";
    }

    /// Pairs for a dictionary: `0: 0.5, 1: 3.0`.
    static String classWeights(TrainingSpec spec) {
        Map<Integer, Double> weights = new TreeMap<>(spec.train().classWeights());
        return weights.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + Python.number(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// Returns a parameter or argument more, such as `, weight`.
    String argument(String weight) {
        return isOn() ? ", " + weight : "";
    }

    /// Returns a gradient of the mean loss with respect to numbers of each sample, weighed.
    String weighed(String gradient, String weight) {
        return isOn() ? weight + " * " + gradient : gradient;
    }

    /// Returns the body of `loss_of`.
    ///
    /// @param formula the mean loss of a batch, from `z` or `a` and from `y`
    /// @param sample what takes a batch of one sample, `i`, from them
    /// @param array what makes an array of a list of losses
    String loss(String formula, String penalties, String sample, String array) {
        if (!isOn()) {
            return "return " + formula + penalties + "\n";
        }
        String one = formula.replaceAll("\\b([zay])(?=[,)])", "$1" + sample);
        return """
                each = %s([%s for i in range(len(weight))])  # the loss of each sample
                return (weight * each).mean()%s
                """.formatted(array, one, penalties);
    }
}
