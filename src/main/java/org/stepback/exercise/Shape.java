package org.stepback.exercise;

import java.util.Map;
import org.stepback.data.CsvFile;
import org.stepback.data.CsvTable;
import org.stepback.data.Dataset;

/// The size of a dataset, known without drawing it.
///
/// @param classes how many classes the targets name; 0 for several labels and for a regression
/// @param multiLabel whether each output is an answer of yes or no of its own
public record Shape(int samples, int inputs, int outputs, int classes, boolean multiLabel) {
    public Shape(int samples, int inputs, int outputs, int classes) {
        this(samples, inputs, outputs, classes, false);
    }

    public static Shape of(Source source, Map<String, CsvFile> tables) {
        return switch (source) {
            case Source.Generated g ->
                new Shape(g.samples(), 2, 1, g.generator().classes().size());
            case Source.Table t -> of(Tables.of(t, tables), t);
            case Source.Literal l -> of(l.dataset());
        };
    }

    private static Shape of(CsvTable table, Source.Table source) {
        int features = table.columns().size() - 1 - (source.weight().isPresent() ? 1 : 0);
        int classes = table.classes(source.target()).size();
        return new Shape(table.rows(), features, table.outputs(source.target()), classes);
    }

    private static Shape of(Dataset dataset) {
        return new Shape(
                dataset.samples(),
                dataset.inputs(),
                dataset.outputs(),
                dataset.classes().size(),
                dataset.multiLabel());
    }

    /// Returns whether a prediction is right or wrong: the targets are classes, or answers of yes and no.
    public boolean hasAnswers() {
        return multiLabel || classes > 0;
    }

    /// Returns whether at least one sample is held out, when `validationSplit` of all are.
    public boolean holdsOut(double validationSplit) {
        return trainingSamples(validationSplit) < samples;
    }

    /// Counts the training samples, when `validationSplit` of all samples are held out.
    public int trainingSamples(double validationSplit) {
        return Dataset.trainingSamples(samples, validationSplit);
    }
}
