package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stepback.interop.python.Expression;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.interop.python.Statement;

/// Follows a program statement by statement: a name has the value that it has at that place.
///
/// A value that cannot be followed is unknown, and is refused where the network, its data, `compile` or `fit` need
/// it. Everything is bounded: statements, numbers, depth.
final class Interpreter {
    private static final int MAX_STEPS = 20_000;
    private static final long MAX_NUMBERS = 5_000_000;
    private static final int MAX_MODELS = 20;
    /// Methods that change a list or a network.
    private static final Set<String> CHANGE = Set.of(
            "append",
            "add",
            "extend",
            "insert",
            "pop",
            "remove",
            "clear",
            "update",
            "sort",
            "fill",
            "shuffle",
            "compile",
            "fit",
            "assign",
            "set_weights",
            "setattr");

    private final List<Model> models = new ArrayList<>();
    private final ImportReport report = new ImportReport();
    /// Files next to the program, by their names, and those that it writes itself.
    private final Function<String, Optional<String>> files;

    private final Map<String, String> written = new HashMap<>();
    private long numbers;
    private int steps;
    private boolean changed;
    private final Blocks blocks = new Blocks(this);
    private long seed = KerasTraining.Fit.DEFAULT.seed();

    /// @param files gives the text of a file next to the program, by its name
    Interpreter(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /// Returns the text of a file that the program has written, or that lies next to it.
    Optional<String> file(String name) {
        return Optional.ofNullable(written.get(name)).or(() -> files.apply(name));
    }

    void write(String name, String text) {
        written.put(name, text);
    }

    Blocks blocks() {
        return blocks;
    }

    List<Model> models() {
        return models;
    }

    ImportReport report() {
        return report;
    }

    /// @throws PythonException where something that matters cannot be followed
    void run(List<Statement> program) {
        Evaluator evaluator = new Evaluator(this, new Scope(Optional.empty()));
        try {
            blocks.all(program, evaluator);
        } catch (Blocks.Returned outside) {
            throw new PythonException(Spot.START, "There is a “return” outside of a function.");
        }
    }

    void count(Spot spot) {
        if (++steps > MAX_STEPS) {
            throw new PythonException(
                    spot, "The code takes more than " + MAX_STEPS + " steps. Keep what builds and trains the network.");
        }
    }

    Value counted(Value value) {
        if (value instanceof Value.Table table) {
            numbers += table.array().size();
            if (numbers > MAX_NUMBERS) {
                throw new PythonException(value.spot(), "The code works with more numbers than can be followed here.");
            }
        }
        return value;
    }

    /// Says that the statement has changed something that is read.
    void changed() {
        changed = true;
    }

    /// Follows one statement.
    void run(Statement statement, Evaluator evaluator) {
        count(statement.spot());
        changed = false;
        switch (statement) {
            case Statement.Assignment assignment -> {
                Value value = evaluator.evaluate(assignment.value());
                boolean made = changed;
                assignment.targets().forEach(target -> new Assignments(this, evaluator).assign(target, value));
                report.add(
                        assignment.spot(),
                        made || changed
                                ? Optional.empty()
                                : target(assignment)
                                        ? Optional.of("changes of what nothing here needs")
                                        : reason(value));
            }
            case Statement.Augmented augmented -> {
                new Assignments(this, evaluator).augment(augmented);
                report.add(
                        augmented.spot(), changed ? Optional.empty() : reason(evaluator.evaluate(augmented.target())));
            }
            case Statement.Evaluation evaluation -> {
                Value value = evaluator.evaluate(evaluation.expression());
                report.add(
                        evaluation.spot(),
                        changed ? Optional.empty() : Optional.of(reason(value).orElse("texts and values alone")));
            }
            case Statement.Import imported -> {
                imported.names()
                        .forEach((name, dotted) ->
                                evaluator.scope().put(name, new Value.Reference(imported.spot(), dotted)));
                report.leftOut(imported.spot(), "imports");
            }
            case Statement.Simple simple -> report.leftOut(simple.spot(), "lines that compute nothing");
            case Statement.Return returned ->
                throw new Blocks.Returned(
                        returned.value().map(evaluator::evaluate).orElseGet(() -> new Value.None(returned.spot())));
            case Statement.Unread unread -> unread(unread, evaluator);
            case Statement.Block block -> blocks.of(block, evaluator);
        }
    }

    private static boolean target(Statement.Assignment assignment) {
        return assignment.targets().stream()
                .anyMatch(target -> !(target instanceof Expression.Name || target instanceof Expression.Items));
    }

    /// Returns why a value is not needed; empty where it is read.
    private static Optional<String> reason(Value value) {
        return switch (value) {
            case Value.Outcome outcome -> Optional.of(outcome.what());
            case Value.StandIn standIn -> Optional.of("numbers that are not in the code (" + standIn.origin() + ")");
            case Made made
            when !KerasKnown.isPart(made.name()) -> Optional.of(made.shown() + ", which is not followed");
            case Value.Unknown _ -> Optional.of("values that cannot be followed, and that nothing here needs");
            case Value.Items items -> Unfollowed.in(items).flatMap(Interpreter::reason);
            default -> Optional.empty();
        };
    }

    private void unread(Statement.Unread unread, Evaluator evaluator) {
        refuseNetworkIn(unread.names(), unread.fault(), evaluator.scope());
        for (String name : unread.names()) {
            evaluator.scope().get(name).ifPresent(value -> Unfollowed.spoil(value, unread.fault()));
            if (evaluator
                    .scope()
                    .get(name)
                    .filter(Value.Reference.class::isInstance)
                    .isEmpty()) {
                evaluator.scope().put(name, new Value.Unknown(unread.spot(), unread.fault()));
            }
        }
        report.leftOut(unread.spot(), "lines that cannot be read, and that nothing here needs");
    }

    /// Refuses words that cannot be read and that build or change a network.
    void refuseNetworkIn(Set<String> names, PythonException fault, Scope scope) {
        if (Evaluator.areOfNetworks(names, scope)) {
            throw fault;
        }
        if (names.stream().anyMatch(CHANGE::contains)) {
            names.forEach(name -> scope.get(name).ifPresent(value -> Unfollowed.spoil(value, fault)));
        }
    }

    Model begin(Spot spot) {
        if (models.size() == MAX_MODELS) {
            throw new PythonException(spot, "The code has more than " + MAX_MODELS + " networks. Import some of them.");
        }
        Model model = new Model(spot);
        models.add(model);
        changed();
        return model;
    }

    /// Takes the seed of the order of the samples.
    void seed(long number) {
        seed = number;
        changed();
    }

    /// Trains a network; a second training must only go on with the first.
    void train(Model model, Made call) {
        KerasTraining training = TrainingReader.read(model, call, seed);
        models.stream()
                .filter(other -> other != model && !other.trainings().isEmpty())
                .filter(other -> other.layers().stream().anyMatch(model.layers()::contains))
                .findFirst()
                .ifPresent(other -> {
                    throw new PythonException(
                            call.spot(),
                            "Layers of this network were trained in "
                                    + other.trainings().getLast().spot().shown()
                                    + " already. A training of the lab starts from its network's own weights. Import one of the two.");
                });
        model.train(training);
    }
}
