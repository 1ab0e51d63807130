package org.stepback.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/// The sets of labels that a sample may have, each taken for a class of its own, so that a plane shows them by colours.
///
/// Set 0 has no label; label k is in the sets with the bit `2^k`.
///
/// @param labels their names
public record LabelSets(List<String> labels) {
    /// The most labels that are shown so: a plane has eight colours.
    public static final int MOST = 3;

    public LabelSets {
        labels = List.copyOf(labels);
    }

    /// Returns whether a dataset has labels, and few enough.
    public static boolean suit(Dataset data) {
        return data.multiLabel() && data.outputs() <= MOST;
    }

    /// Returns a name for each set: `none`, `y1`, `y2`, `y1 + y2`, …
    public List<String> names() {
        return IntStream.range(0, 1 << labels.size()).mapToObj(this::name).toList();
    }

    private String name(int set) {
        return set == 0
                ? "none"
                : IntStream.range(0, labels.size())
                        .filter(label -> has(set, label))
                        .mapToObj(labels::get)
                        .collect(Collectors.joining(" + "));
    }

    private static boolean has(int set, int label) {
        return (set >> label & 1) == 1;
    }

    /// Returns the set of the labels whose number is above the threshold.
    public int of(DMatrixRMaj y, int sample, double threshold) {
        return IntStream.range(0, labels.size())
                .map(label -> y.get(label, sample) > threshold ? 1 << label : 0)
                .sum();
    }

    /// Returns how probable each set is where each output says how probable its label is: the product over the labels.
    ///
    /// @param outputs labels × samples
    /// @param threshold half-way between no and yes: 0.5 for outputs from 0 to 1, 0 for those from −1 to 1
    /// @return sets × samples
    public DMatrixRMaj probabilities(DMatrixRMaj outputs, double threshold) {
        double reach = threshold == 0 ? 2 : 1;
        DMatrixRMaj sets = new DMatrixRMaj(1 << labels.size(), outputs.numCols);
        for (int set = 0; set < sets.numRows; set++) {
            for (int sample = 0; sample < outputs.numCols; sample++) {
                double product = 1;
                for (int label = 0; label < labels.size(); label++) {
                    double yes = Math.clamp((outputs.get(label, sample) - threshold) / reach + 0.5, 0, 1);
                    product *= has(set, label) ? yes : 1 - yes;
                }
                sets.set(set, sample, product);
            }
        }
        return sets;
    }
}
