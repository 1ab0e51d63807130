package org.stepback.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CellText;
import org.stepback.exercise.read.NotebookFile;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.playground.setting.Frozen;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.Regularization;

/// A playground as a notebook: its points, its network before the first step, and its training, in cells that can be
/// changed further.
///
/// A cell holds some 500 points in the plane, fewer where there are more inputs; they are rounded to four decimals.
/// Its first note says what a notebook does otherwise than the Playground.
public final class PlaygroundNotebook {
    private static final Set<String> USUAL = Set.of("class_weight", "early_stopping", "reduce_lr_on_plateau");
    private static final int MOST_IN_A_LINE = 6;

    private final Snapshot snapshot;
    private final TrainingSpec spec;
    private final int training;
    private final int validation;

    private PlaygroundNotebook(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.spec = PlaygroundExport.spec(snapshot);
        int train = spec.split().train().samples();
        int test = spec.split().validation().samples();
        int numbers = spec.split().train().inputs() + spec.split().train().outputs();
        int most = Math.min(Cell.Data.MAX_LITERAL_SAMPLES, Cell.Data.MAX_LITERAL_NUMBERS / numbers);
        int all = Math.min(train + test, most);
        this.training = Math.max(1, (int) ((long) all * train / Math.max(1, train + test)));
        this.validation = Math.min(test, all - training);
    }

    /// @throws IllegalArgumentException with a sentence, where there are no points to put into it
    public static NotebookFile of(Snapshot snapshot) {
        if (snapshot.setup().isEmpty()) {
            throw new IllegalArgumentException("There are no points yet: put some on the plane first.");
        }
        return new PlaygroundNotebook(snapshot).file();
    }

    private NotebookFile file() {
        List<OwnCell> cells = new ArrayList<>();
        cells.add(new OwnCell("from-the-playground", OwnCell.NOTE, note(), ""));
        cells.add(new OwnCell("points", "data", data(), ""));
        cells.add(new OwnCell("net", "network", network(), ""));
        cells.add(new OwnCell("fit", "train", train(), ""));
        return new NotebookFile("From the Playground", cells);
    }

    private String note() {
        List<String> lines = new ArrayList<>();
        lines.add("# From the Playground");
        lines.add("The points, the network and its training are those of [this playground](/playground?"
                + PlaygroundLink.write(snapshot.setup().state()) + "). The network starts from the same weights.");
        int left = spec.split().train().samples() + spec.split().validation().samples() - training - validation;
        if (left > 0) {
            lines.add("A cell has room for " + (training + validation) + " of the points; " + left + " are left out.");
        }
        if (snapshot.setup().state().get(PlaygroundSettings.REGULARIZATION) == Regularization.L1) {
            lines.add("In the Playground, L1 cuts a link whose weight reaches 0. Here it stays and may grow again.");
        }
        Setup setup = snapshot.setup();
        if (Frozen.holdsParts(setup.state().get(PlaygroundSettings.FREEZE), setup.architecture())) {
            lines.add("Single weights that were frozen in the Playground learn here: a notebook freezes whole layers.");
        }
        return String.join("\n\n", lines);
    }

    private String data() {
        int samples = training + validation;
        double split = (double) validation / samples;
        if (Dataset.trainingSamples(samples, split) < training) {
            split -= 1e-9; // what a division has rounded up
        }
        return "title: Points\nx: "
                + rows(spec.split().train(), spec.split().validation(), true) + "\ny: "
                + rows(spec.split().train(), spec.split().validation(), false) + "\nvalidation_split: " + split
                + "\n";
    }

    private String rows(Dataset train, Dataset test, boolean x) {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, training).forEach(sample -> rows.add(row(train, sample, x)));
        IntStream.range(0, validation).forEach(sample -> rows.add(row(test, sample, x)));
        return rows.stream()
                .gather(Gatherers.windowFixed(MOST_IN_A_LINE))
                .map(line -> String.join(", ", line))
                .collect(Collectors.joining(",\n  ", "[\n  ", "]"));
    }

    private static String row(Dataset data, int sample, boolean x) {
        var matrix = x ? data.x() : data.y();
        return IntStream.range(0, matrix.getNumRows())
                .mapToObj(row -> rounded(matrix.get(row, sample)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.4f", number).replaceFirst("\\.?0+$", "");
    }

    /// With its weights where they fit into a cell, or else with the seed that they came from.
    private String network() {
        String net = Stream.of("input", "layers", "initializer", "seed")
                .map(field -> line(spec.net(), field))
                .collect(Collectors.joining());
        String weighed = net + line(spec.net(), "weights");
        return weighed.length() <= OwnCell.MAX_LENGTH ? weighed : net;
    }

    private String train() {
        Cell.Train cell = spec.train();
        return CellReader.fields(cell).stream()
                .filter(field -> !USUAL.contains(field) && !field.equals("batch_size"))
                .map(field -> line(cell, field))
                .collect(Collectors.joining("", "", "batch_size: " + Math.min(cell.batchSize(), training) + "\n"));
    }

    private static String line(Cell cell, String field) {
        return CellText.line(field, CellReader.field(cell, field));
    }
}
