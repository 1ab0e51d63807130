package org.stepback.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Kind;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Shape;
import org.stepback.exercise.read.CellReader;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.exercise.training.TrainingCells;
import org.stepback.number.NumberText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Builds the setups of runs from the cells of an exercise, and builds them again from the text in the database.
@Component
public final class RunSetups implements SetupFactory {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Function<String, Optional<Exercise>> exercises;
    private final TrainingLimits limits;

    @Autowired
    RunSetups(CourseCatalog catalog, TrainingLimits limits) {
        this(
                slug -> slug.startsWith(Exercise.OWN) ? Optional.of(Exercise.blank(slug, "")) : catalog.exercise(slug),
                limits);
    }

    RunSetups(Function<String, Optional<Exercise>> exercises, TrainingLimits limits) {
        this.exercises = exercises;
        this.limits = limits;
    }

    /// Returns the setup of a run of a train cell. Nothing is drawn before its cost is known to be within the limits.
    ///
    /// @param cells the exercise as one person has it
    /// @throws RefusedException where a cell has problems, or the run would cost too much
    public RunSetup of(Exercise exercise, Resolved cells, String cell) {
        TrainingCells parts = TrainingCells.of(cells::cell, cell);
        refuse(cells.obstacles(parts.train()).stream().findFirst().map(FieldProblem::message));
        refuse(estimate(exercise, parts).refusal(limits));
        String configuration = configuration(parts);
        refuse(tooLong(configuration));
        return new RunSetup(exercise.slug(), configuration, parts.spec(exercise));
    }

    /// The data cell that a train cell learns from.
    public Cell.Data data(Resolved cells, String cell) {
        return TrainingCells.of(cells::cell, cell).data();
    }

    /// Returns the cost of a run of a train cell; empty where its cells have problems.
    public Optional<CostEstimate> estimate(Exercise exercise, Resolved cells, String cell) {
        TrainingCells parts = TrainingCells.of(cells::cell, cell);
        return cells.obstacles(parts.train()).isEmpty() ? Optional.of(estimate(exercise, parts)) : Optional.empty();
    }

    /// The [RunSetup#configuration] that a run of a train cell would have now: where it differs from that of its last
    /// run, the cells have changed since.
    public String configuration(Resolved cells, String cell) {
        return configuration(TrainingCells.of(cells::cell, cell));
    }

    /// The fields that have changed since a run was made of its cells, by cell, as [CellChanges] names them. What keeps
    /// a run from being made of the cells as they are counts as changed: it was not so then.
    public Map<String, List<String>> changes(Resolved cells, RunSetup made) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        if (cells.cell(made.cell()).filter(cell -> isWhole(cells, cell)).isPresent()) {
            changes.putAll(CellChanges.between(made.configuration(), configuration(cells, made.cell())));
        }
        for (String cell : involved(cells, made.cell())) {
            List<FieldProblem> problems = cells.problems(cell);
            if (!problems.isEmpty()) { // what the cell is read as meanwhile is not what stands there
                changes.put(
                        cell, problems.stream().map(RunSetups::words).distinct().toList());
            }
        }
        return changes;
    }

    private static List<String> involved(Resolved cells, String cell) {
        return cells.cell(cell).orElse(null) instanceof Cell.Train train
                ? List.of(train.data(), train.network(), cell)
                : List.of(cell);
    }

    private static String words(FieldProblem problem) {
        return problem.field().isEmpty() ? "text" : problem.field().replace('_', ' ');
    }

    private static boolean isWhole(Resolved cells, Cell cell) {
        return cell.uses().stream()
                .allMatch(used ->
                        cells.cell(used).filter(found -> isWhole(cells, found)).isPresent());
    }

    /// The training of a cell as it is now, with the past of one of its runs up to a step.
    ///
    /// @throws RefusedException as for [#of], and where the past does not fit
    public RunSetup fork(Exercise exercise, Resolved cells, RunSetup run, long step) {
        RunSetup fork = of(exercise, cells, run.cell()).forkOf(run, step);
        refuse(tooLong(fork.lineage()));
        return fork;
    }

    /// Returns the setup of a run with another value of a setting.
    ///
    /// @param configuration [RunSetup#configuration]
    /// @throws RefusedException where the exercise keeps the setting as it is, or the value is none that it may
    /// have
    RunSetup with(String slug, String cell, String configuration, SweptSetting setting, double value) {
        String changed = setting.in(configuration, cell, value);
        RunSetup setup = setup(slug, cell, changed);
        if (setup.configuration().equals(configuration) && !same(changed, configuration)) {
            throw new RefusedException("This exercise keeps the " + setting.word() + " as it is.");
        }
        return setup;
    }

    private static boolean same(String configuration, String other) {
        return JSON.readTree(configuration).equals(JSON.readTree(other));
    }

    @Override
    public RunSetup setup(String slug, String cell, String lineage) {
        String[] lines = lineage.split("\n");
        RunSetup setup = single(slug, cell, lines[0]);
        for (int i = 1; i + 1 < lines.length; i += 2) {
            setup = single(slug, cell, lines[i + 1]).forkOf(setup, Long.parseLong(lines[i].substring(1)));
        }
        return setup;
    }

    private RunSetup single(String slug, String cell, String configuration) {
        Exercise exercise = exercises
                .apply(slug)
                .orElseThrow(() -> new RefusedException("There is no exercise \"" + slug + "\" any more."));
        List<Edit> edits = new ArrayList<>();
        List<OwnCell> own = new ArrayList<>();
        try {
            JsonNode all = JSON.readTree(configuration);
            String network = all.path(cell).path("network").asString("");
            all.properties().forEach(known -> {
                if (exercise.cell(known.getKey()).isPresent()) {
                    known.getValue()
                            .properties()
                            .forEach(field -> edits.add(new Edit(
                                    known.getKey(),
                                    field.getKey(),
                                    field.getValue().toString())));
                } else {
                    Kind kind = known.getKey().equals(cell)
                            ? Kind.TRAIN
                            : known.getKey().equals(network) ? Kind.NETWORK : Kind.DATA;
                    own.add(own(exercise, known.getKey(), kind, known.getValue()));
                }
            });
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The configuration is damaged.", e);
        }
        return of(exercise, CellReader.resolve(exercise, edits, own), cell);
    }

    /// A student's own cell; its JSON is YAML too. Below the author's cells it may name any of them.
    private static OwnCell own(Exercise exercise, String id, Kind kind, JsonNode fields) {
        String last =
                exercise.cells().isEmpty() ? "" : exercise.cells().getLast().id();
        return new OwnCell(id, kind.key(), fields.toString(), last);
    }

    private static String configuration(TrainingCells parts) {
        ObjectNode all = JSON.createObjectNode();
        parts.all().forEach(cell -> {
            ObjectNode fields = JSON.createObjectNode();
            CellReader.fields(cell).forEach(name -> fields.set(name, CellReader.field(cell, name)));
            all.set(cell.id(), (JsonNode) fields);
        });
        return all.toString();
    }

    private static CostEstimate estimate(Exercise exercise, TrainingCells parts) {
        Shape shape = exercise.shape(parts.data());
        int training = shape.trainingSamples(parts.data().validationSplit());
        return CostEstimate.of(
                parts.architecture(exercise),
                training,
                shape.samples() - training,
                parts.train().batchSize(),
                parts.train().epochs());
    }

    private static Optional<String> tooLong(String configuration) {
        return configuration.length() <= RunRow.MAX_SETUP
                ? Optional.empty()
                : Optional.of("This run's cells hold %s characters; the limit is %s. Use fewer numbers in them."
                        .formatted(
                                NumberText.magnitude(configuration.length()), NumberText.magnitude(RunRow.MAX_SETUP)));
    }

    private static void refuse(Optional<String> sentence) {
        sentence.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
