package org.stepback.exercise.read;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Check;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.exercise.Kind;
import org.stepback.exercise.Metric;
import org.stepback.exercise.Option;
import org.stepback.exercise.Requirement;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.number.NumberText;

/// Reads the checks of `grading.yaml`; the kind of the cell decides what a check is.
final class CheckReader {
    static final int LONGEST_HINT = 600;
    private static final int MAX_SLIPS = 20;
    private static final int MAX_SEEDS = 20;
    private static final long MAX_STEPS = 10_000_000;
    private static final Range POINTS = Range.whole(0, 100, "2");
    private static final Range TOLERANCE = Range.from(0, 1e6, "0.001");
    private static final double DEFAULT_RELATIVE = 1e-3;
    private static final double DEFAULT_ABSOLUTE = 1e-9;
    private static final String DIVERGES = "diverges";

    private final Exercise exercise;
    private final CellScope surroundings;
    private final Map<String, String> explanations = new HashMap<>();

    /// @param kinds every cell of the exercise, sound or not
    CheckReader(Exercise exercise, Map<String, Kind> kinds) {
        this.exercise = exercise;
        this.surroundings = new CellScope(exercise.tables(), Set.of(), kinds, Map.of());
    }

    /// Returns the checks by cell, in the order of the file; those with findings may be stand-ins.
    Map<String, Check> read(FieldReader checks) {
        Map<String, Check> read = new LinkedHashMap<>();
        for (FieldReader slot : checks.items("check %d", 0, ExerciseText.MAX_CELLS)) {
            MappingReader fields = slot.fields(" of " + NameSuggestions.lower(slot.subject()));
            if (!fields.keys().isEmpty()) {
                Check check = check(fields, read);
                read.putIfAbsent(check.cell(), check);
            }
        }
        return read;
    }

    private Check check(MappingReader fields, Map<String, Check> read) {
        FieldReader cellSlot = fields.slot("cell");
        List<String> known = surroundings.earlier().keySet().stream()
                .filter(id -> canBeGraded(surroundings.earlier().get(id)))
                .toList();
        String cell = known.isEmpty() ? "" : cellSlot.named("graded cell", known, id -> id);
        if (known.isEmpty()) {
            cellSlot.refuse("The exercise has no cell that can be graded: no number, choice or train cell.");
        } else if (read.containsKey(cell) && cellSlot.scalar().equals(cell)) {
            cellSlot.refuse("The cell \"" + cell + "\" has a check already. Remove one.");
        }
        int points = (int) fields.slot("points").whole(POINTS);
        boolean right = cellSlot.scalar().equals(cell);
        Check check = right ? check(surroundings.earlier().get(cell), cell, points, fields) : unknown(points);
        if (right) {
            fields.slot("explain").optionalText(LONGEST_HINT).ifPresent(text -> explanations.put(cell, text));
            fields.done();
        }
        return check;
    }

    /// Returns why right answers are right, by cell; known once the checks are read.
    Map<String, String> explanations() {
        return explanations;
    }

    private static Check unknown(int points) {
        return new Check.ChoiceCheck("", points, "", Map.of());
    }

    private static boolean canBeGraded(Kind kind) {
        return kind.isQuestion() || kind == Kind.TRAIN;
    }

    private Check check(Kind kind, String cell, int points, MappingReader fields) {
        return switch (kind) {
            case NUMBER -> number(cell, points, fields);
            case CHOICE -> choice(cell, points, fields);
            case TRAIN -> training(cell, points, fields);
            case PROSE, DATA, NETWORK, TRACE -> throw new IllegalArgumentException(kind + " cells are not graded");
        };
    }

    private Check number(String cell, int points, MappingReader fields) {
        ExpectedNumber expected = ExpectedNumberReader.read(fields.slot("value"), exercise, surroundings);
        double relative = fields.slot("relative").number(TOLERANCE, DEFAULT_RELATIVE);
        double absolute = fields.slot("absolute").number(TOLERANCE, DEFAULT_ABSOLUTE);
        List<Check.KnownSlip> known = fields.slot("slips").optionalItems("slip %d of " + cell, 1, MAX_SLIPS).stream()
                .map(this::slip)
                .toList();
        return new Check.NumberCheck(cell, points, expected, relative, absolute, hint(fields), known);
    }

    private Check.KnownSlip slip(FieldReader slot) {
        MappingReader fields = slot.fields(" of " + NameSuggestions.lower(slot.subject()));
        Check.KnownSlip slip = new Check.KnownSlip(
                ExpectedNumberReader.read(fields.slot("value"), exercise, surroundings),
                fields.slot("hint").text(LONGEST_HINT));
        fields.done();
        return slip;
    }

    private Check choice(String cell, int points, MappingReader fields) {
        List<String> keys = exercise.cell(cell, Cell.ChoiceQuestion.class)
                .map(question -> question.options().stream().map(Option::key).toList())
                .orElse(List.of());
        FieldReader correctSlot = fields.slot("correct");
        String correct = keys.isEmpty() ? correctSlot.text(20) : correctSlot.named("option", keys, key -> key);
        Map<String, String> hints = new HashMap<>();
        FieldReader hintsSlot = fields.slot("hints");
        if (hintsSlot.present()) {
            MappingReader texts = hintsSlot.fields(" of the hints");
            List<String> wrong = keys.stream()
                    .filter(key -> !key.equals(correctSlot.scalar()))
                    .toList();
            wrong.forEach(key -> texts.entry(key).optionalText(LONGEST_HINT).ifPresent(hint -> hints.put(key, hint)));
            if (!keys.isEmpty()) {
                texts.done();
            }
        }
        return new Check.ChoiceCheck(cell, points, correct, hints);
    }

    private Check training(String cell, int points, MappingReader fields) {
        List<Long> otherSeeds = fields.slot("seeds").optionalItems("seed %d", 1, MAX_SEEDS).stream()
                .map(seed -> seed.whole(Range.SEED))
                .toList();
        int all = otherSeeds.size();
        int atLeast = (int) fields.slot("at_least").whole(Range.whole(0, all, String.valueOf(all)), all);
        Requirement requirement = requirement(cell, fields.slot("require"));
        return new Check.TrainingCheck(cell, points, requirement, otherSeeds, atLeast, hint(fields));
    }

    private Requirement requirement(String cell, FieldReader slot) {
        if (!(slot.node() instanceof Node.Mapping)) {
            if (!slot.scalar().equals(DIVERGES)) {
                slot.refuse("\"require\" must be \"diverges\", or a metric with its bounds, such as"
                        + " \"{metric: val_accuracy, above: 0.95}\". " + slot.found());
            }
            return new Requirement.Diverges();
        }
        MappingReader fields = slot.fields(" of the requirement");
        FieldReader metricSlot = fields.slot("metric");
        Metric metric = metricSlot.named("metric", Metric.ALL, Metric::key);
        double above = fields.slot("above").number(Range.ANY, Double.NEGATIVE_INFINITY);
        double below = fields.slot("below").number(Range.ANY, Double.POSITIVE_INFINITY);
        if (!fields.has("above") && !fields.has("below")) {
            slot.refuse("The requirement needs a bound: \"above\", \"below\" or both.");
        } else if (above >= below) {
            slot.refuse(
                    "No number is above " + NumberText.plain(above) + " and below " + NumberText.plain(below) + ".");
        }
        if (metric.needsValidation() && nothingHeldOut(cell)) {
            metricSlot.refuse("The metric \"" + metric.key() + "\" needs samples that are held out, and the data of \""
                    + cell + "\" has none. Raise its validation_split.");
        }
        FieldReader within = fields.slot("within_steps");
        OptionalLong steps = within.present()
                ? OptionalLong.of(within.whole(Range.whole(1, MAX_STEPS, "400")))
                : OptionalLong.empty();
        fields.done();
        return new Requirement.Reaches(metric, above, below, steps);
    }

    private boolean nothingHeldOut(String cell) {
        return exercise.cell(cell, Cell.Train.class)
                .flatMap(train -> exercise.cell(train.data(), Cell.Data.class))
                .filter(data -> !exercise.shape(data).holdsOut(data.validationSplit()))
                .isPresent();
    }

    private static String hint(MappingReader fields) {
        return fields.slot("hint").optionalText(LONGEST_HINT).orElse("");
    }
}
