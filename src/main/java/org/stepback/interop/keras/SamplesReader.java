package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.TrainerSettings;

/// Reads the samples that `fit` is given, with those that validate.
final class SamplesReader {
    /// The part that is held out where the validation samples are not in the code.
    private static final double USUAL_SPLIT = .2;

    private final CallArguments arguments;
    private final boolean watched;
    private final TrainingNotes notes;

    /// @param watched whether a callback looks at validation samples
    SamplesReader(CallArguments arguments, boolean watched, TrainingNotes notes) {
        this.arguments = arguments;
        this.watched = watched;
        this.notes = notes;
    }

    Samples read() {
        Optional<NdArray> x = known("x", arguments.whatever("x"), 2);
        Optional<NdArray> y = known("y", arguments.whatever("y"), 2);
        Optional<NdArray> weights = known("sample_weight", arguments.whatever("sample_weight"), 1);
        if (x.isEmpty() || y.isEmpty()) {
            return elsewhere(x, y);
        }
        requireAsMany("y", x.get(), y.get());
        boolean weighed = arguments.whatever("sample_weight").isPresent();
        if (weighed) {
            requireAsMany("sample_weight", x.get(), weights.orElseThrow(() -> notHere("sample_weight")));
            requireWeights(weights.get());
        }
        return validated(x.get(), y.get(), weights);
    }

    private PythonException notHere(String name) {
        return new PythonException(
                arguments.spot(name), "The numbers of " + name + " are not in the code. Write them, or leave it out.");
    }

    /// Returns the numbers of an argument; empty where they are not in the code.
    private Optional<NdArray> known(String name, Optional<Value> given, int axes) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Value value = given.get();
        Optional<Value> unfollowed = Unfollowed.in(value);
        if (unfollowed.isPresent() && unfollowed.get() instanceof Value.Unknown unknown) {
            throw unknown.reason();
        }
        if (unfollowed.isPresent()
                || value instanceof Value.Reference
                || value instanceof Made made && !KerasKnown.isPart(made.name())) {
            return Optional.empty();
        }
        Optional<NdArray> array = read(name, value);
        if (array.isEmpty()) {
            throw refused(name, "Here must be an array of numbers, not " + value.shown() + ".");
        }
        NdArray found = array.get();
        if (found.axes() < 1 || found.axes() > axes || found.size() == 0) {
            throw refused(
                    name,
                    "The array has the shape " + Arrays.toString(found.shape())
                            + ". Write one row of numbers for each sample.");
        }
        if (!DoubleStream.of(found.toArray()).allMatch(Double::isFinite)) {
            throw refused(name, "The array holds a number that is not finite.");
        }
        return array;
    }

    private Optional<NdArray> read(String name, Value value) {
        try {
            return Arithmetic.array(value);
        } catch (IllegalArgumentException refused) {
            throw refused(name, refused.getMessage());
        }
    }

    private PythonException refused(String name, String sentence) {
        return new PythonException(arguments.spot(name), sentence);
    }

    private void requireAsMany(String name, NdArray x, NdArray other) {
        if (x.shape()[0] != other.shape()[0]) {
            throw refused(
                    name,
                    "There are " + x.shape()[0] + " samples, but " + name + " has " + other.shape()[0] + " rows.");
        }
    }

    private void requireWeights(NdArray weights) {
        double[] all = weights.toArray();
        if (!DoubleStream.of(all).allMatch(TrainerSettings.CLASS_WEIGHT::contains)
                || DoubleStream.of(all).allMatch(w -> w == 0)) {
            throw refused(
                    "sample_weight",
                    "A sample weight must be " + TrainerSettings.CLASS_WEIGHT.words() + ", and one above 0.");
        }
    }

    private Samples elsewhere(Optional<NdArray> x, Optional<NdArray> y) {
        if (arguments.whatever("sample_weight").isPresent()) {
            throw refused(
                    "sample_weight", "The samples are not in the code, so their weights fit none. Leave them out.");
        }
        int inputs = x.map(SamplesReader::width)
                .or(() -> arguments.whatever("x").map(SamplesReader::inputs))
                .orElse(0);
        return new Samples.Elsewhere(inputs, why(x, y), validation().split());
    }

    private String why(Optional<NdArray> x, Optional<NdArray> y) {
        String missing = x.isPresent() ? "y" : y.isPresent() ? "x" : "x and y";
        Optional<Value> origin = arguments.whatever(x.isPresent() ? "y" : "x");
        String from = origin.map(value -> switch (value) {
                    case Value.StandIn standIn -> " (" + standIn.origin() + ")";
                    case Made made -> " (" + made.shown() + ")";
                    default -> "";
                })
                .orElse("");
        return "the numbers of " + missing + " are not in the code" + from;
    }

    private static int width(NdArray array) {
        return array.axes() == 1 ? 1 : array.shape()[1];
    }

    private static int inputs(Value value) {
        Optional<List<Integer>> shape = value instanceof Value.StandIn standIn ? standIn.shape() : Optional.empty();
        int width = shape.map(lengths -> lengths.size() == 2 ? lengths.get(1) : lengths.size() == 1 ? 1 : 0)
                .orElse(0);
        return width >= 1 && width <= Dataset.MAX_INPUTS ? width : 0;
    }

    /// The samples that validate.
    ///
    /// @param samples x, y and maybe weights; none where a part of the samples does
    private record Validation(double split, List<NdArray> samples) {}

    private Validation validation() {
        double split =
                arguments.get("validation_split").map(SamplesReader::share).orElse(0.0);
        Optional<Value> data = arguments.get("validation_data");
        if (data.isEmpty()) {
            return new Validation(split, List.of());
        }
        if (!(data.get() instanceof Value.Items items)
                || items.all().size() < 2
                || items.all().size() > 3) {
            return stoodIn();
        }
        List<NdArray> known = new ArrayList<>();
        for (int i = 0; i < items.all().size(); i++) {
            known("validation_data", Optional.of(items.all().get(i)), i == 2 ? 1 : 2)
                    .ifPresent(known::add);
        }
        if (same(items.all().get(0), "x")
                && same(items.all().get(1), "y")
                && items.all().size() == 2) {
            notes.say("The code validates with the training samples themselves ("
                    + arguments.spot("validation_data").shown() + "): the training loss shows the same");
            return new Validation(0, watched && known.size() == 2 ? known : List.of());
        }
        return known.size() == items.all().size() ? new Validation(0, known) : stoodIn();
    }

    private Validation stoodIn() {
        notes.say("The validation samples are not in the code: a part of the samples, " + USUAL_SPLIT
                + ", is held out here");
        return new Validation(USUAL_SPLIT, List.of());
    }

    private boolean same(Value value, String name) {
        Value own = arguments.whatever(name).orElse(null);
        if (own instanceof Value.Table table && value instanceof Value.Table other) {
            return Arrays.equals(table.array().shape(), other.array().shape())
                    && Arrays.equals(table.array().toArray(), other.array().toArray());
        }
        return own != null
                && (own == value
                        || own instanceof Value.Reference one
                                && value instanceof Value.Reference two
                                && one.dotted().equals(two.dotted()));
    }

    private static double share(Value value) {
        if (value instanceof Value.Num num && num.value() >= 0 && num.value() < 1) {
            return num.value();
        }
        throw value.refusal("validation_split must be a number from 0 up to, but not including, 1");
    }

    private Samples validated(NdArray x, NdArray y, Optional<NdArray> weights) {
        Validation validation = validation();
        if (validation.samples().isEmpty() && arguments.get("validation_data").isPresent() && validation.split() > 0) {
            throw notHere("validation_data");
        }
        List<List<Double>> rows = new ArrayList<>(Samples.rows(x));
        List<List<Double>> targets = new ArrayList<>(Samples.rows(y));
        List<Double> counts = new ArrayList<>();
        weights.ifPresent(all -> DoubleStream.of(all.toArray()).forEach(counts::add));
        double split = validation.split();
        if (!validation.samples().isEmpty()) {
            requireAsMany(
                    "validation_data",
                    validation.samples().get(0),
                    validation.samples().get(1));
            List<List<Double>> held = Samples.rows(validation.samples().get(0));
            rows.addAll(held);
            targets.addAll(Samples.rows(validation.samples().get(1)));
            requireSameWidth(rows);
            requireSameWidth(targets);
            addWeights(counts, x.shape()[0], held.size(), validation.samples());
            split = split(x.shape()[0], rows.size());
            notes.say("The validation samples stand last in the data, where the lab holds them out");
        }
        if (Dataset.trainingSamples(rows.size(), split) < 1) {
            throw refused("validation_split", "With this validation_split no sample is left to train with.");
        }
        String tooMany = tooMany(rows, targets);
        if (!tooMany.isEmpty()) {
            return tooLarge(x, weights, tooMany, split);
        }
        return new Samples.Own(rows, targets, counts, split);
    }

    private void requireSameWidth(List<List<Double>> rows) {
        if (rows.getLast().size() != rows.getFirst().size()) {
            throw refused(
                    "validation_data", "The validation samples have another number of columns than those that train.");
        }
    }

    private static void addWeights(List<Double> counts, int training, int held, List<NdArray> samples) {
        if (counts.isEmpty() && samples.size() < 3) {
            return;
        }
        while (counts.size() < training) {
            counts.add(1.0);
        }
        if (samples.size() == 3) {
            DoubleStream.of(samples.get(2).toArray()).forEach(counts::add);
        }
        while (counts.size() < training + held) {
            counts.add(1.0);
        }
    }

    /// Returns the shortest share with which exactly the samples behind the first ones are held out.
    private static double split(int training, int all) {
        double exact = (double) (all - training) / all;
        for (double digits = 10; digits < 1e9; digits *= 10) {
            double share = Math.rint(exact * digits) / digits;
            if (share < 1 && Dataset.trainingSamples(all, share) == training) {
                return share;
            }
        }
        return (all - training - .5) / all;
    }

    private static String tooMany(List<List<Double>> x, List<List<Double>> y) {
        int numbers = x.size() * (x.getFirst().size() + y.getFirst().size());
        if (x.getFirst().size() > Dataset.MAX_INPUTS || y.getFirst().size() > Dataset.MAX_OUTPUTS) {
            return "a sample has at most " + Dataset.MAX_INPUTS + " numbers";
        }
        return x.size() > Cell.Data.MAX_LITERAL_SAMPLES || numbers > Cell.Data.MAX_LITERAL_NUMBERS
                ? "a cell holds at most " + Cell.Data.MAX_LITERAL_SAMPLES + " samples and "
                        + Cell.Data.MAX_LITERAL_NUMBERS + " numbers"
                : "";
    }

    private Samples tooLarge(NdArray x, Optional<NdArray> weights, String limit, double split) {
        if (weights.isPresent() || width(x) > Dataset.MAX_INPUTS) {
            throw refused("x", "The code has more numbers than the lab takes: " + limit + ". Write fewer.");
        }
        return new Samples.Elsewhere(width(x), "the code has " + x.shape()[0] + " samples, but " + limit, split);
    }
}
