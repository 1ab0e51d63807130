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
    private static final int MAX_CALLS = 20;
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
    private int calls;
    private boolean changed;
    private long seed = KerasTraining.Fit.DEFAULT.seed();

    /// Thrown by `return`, up to the call of the function.
    private static final class Returned extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Value value;

        Returned(Value value) {
            super(null, null, false, false);
            this.value = value;
        }
    }

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
            runAll(program, evaluator);
        } catch (Returned outside) {
            throw new PythonException(Spot.START, "There is a “return” outside of a function.");
        }
    }

    private void runAll(List<Statement> statements, Evaluator evaluator) {
        Optional<Boolean> condition = Optional.empty();
        boolean open = false;
        for (Statement statement : statements) {
            boolean follows = statement instanceof Statement.Block block
                    && Set.of("elif", "else").contains(block.keyword());
            open = open && follows;
            if (statement instanceof Statement.Block block && (block.keyword().equals("if") || open)) {
                boolean decided = follows && condition.equals(Optional.of(true));
                Optional<Boolean> holds = decided ? Optional.of(false) : holds(block, evaluator);
                branch(block, holds, evaluator);
                condition = decided ? condition : holds;
                open = condition.isPresent();
            } else {
                run(statement, evaluator);
            }
        }
    }

    private static Optional<Boolean> holds(Statement.Block block, Evaluator evaluator) {
        return block.keyword().equals("else")
                ? Optional.of(true)
                : block.head().value().map(evaluator::evaluate).flatMap(Evaluator::truth);
    }

    private void branch(Statement.Block block, Optional<Boolean> holds, Evaluator evaluator) {
        count(block.spot());
        if (holds.isEmpty()) {
            new BlockEffects(this, evaluator.scope()).of(block);
        } else if (holds.get()) {
            report.read(block.spot());
            runAll(block.body(), evaluator);
        } else {
            report.leftOut(block.spot(), "branches that are not taken");
        }
    }

    private void count(Spot spot) {
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

    private void run(Statement statement, Evaluator evaluator) {
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
                throw new Returned(
                        returned.value().map(evaluator::evaluate).orElseGet(() -> new Value.None(returned.spot())));
            case Statement.Unread unread -> unread(unread, evaluator);
            case Statement.Block block -> block(block, evaluator);
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

    private void block(Statement.Block block, Evaluator evaluator) {
        switch (block.keyword()) {
            case "def", "class" -> {
                evaluator.scope().put(block.name(), new Value.Own(block.spot(), block));
                report.leftOut(block.spot(), "functions and classes, but where they are called");
            }
            case "with" -> {
                Optional<Value> opened =
                        block.head().value().map(evaluator::evaluate).filter(Made.class::isInstance);
                Value handle = opened.orElseGet(() -> new Value.Outcome(block.spot(), "what “with” opens"));
                block.head().targets().forEach(target -> new Assignments(this, evaluator).assign(target, handle));
                report.leftOut(block.spot(), "the frame of “with”");
                runAll(block.body(), evaluator);
            }
            case "for" -> loop(block, evaluator);
            default -> new BlockEffects(this, evaluator.scope()).of(block);
        }
    }

    private void loop(Statement.Block block, Evaluator evaluator) {
        Optional<Value> through =
                block.head().value().map(evaluator::evaluate).map(value -> Builtins.rows(value, block.spot()));
        boolean leaves = Set.of("break", "continue").stream().anyMatch(block.names()::contains);
        if (leaves
                || !(through.orElse(null) instanceof Value.Items items)
                || Unfollowed.in(items).isPresent()) {
            new BlockEffects(this, evaluator.scope()).of(block);
            return;
        }
        int before = report.reads();
        for (Value next : List.copyOf(items.all())) {
            count(block.spot());
            block.head().targets().forEach(target -> new Assignments(this, evaluator).assign(target, next));
            runAll(block.body(), evaluator);
        }
        report.add(
                block.spot(),
                report.reads() > before ? Optional.empty() : Optional.of("loops in which nothing is read"));
    }

    /// Follows a call of the program's own function.
    Value call(Value.Own own, List<Made.Argument> arguments, Spot spot, Evaluator caller) {
        Statement.Block block = own.block();
        Scope scope = new Scope(Optional.of(caller.scope()));
        if (!OwnFunction.isPlain(block) || calls >= MAX_CALLS || !OwnFunction.bind(block, arguments, scope, caller)) {
            new BlockEffects(this, caller.scope()).of(block);
            arguments.forEach(argument -> Unfollowed.spoil(
                    argument.value(), OwnFunction.notFollowed(own, spot).reason()));
            return OwnFunction.notFollowed(own, spot);
        }
        calls++;
        try {
            runAll(block.body(), new Evaluator(this, scope));
            return new Value.None(spot);
        } catch (Returned returned) {
            return returned.value;
        } finally {
            calls--;
            changed();
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
