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
/// What cannot be followed has an unknown value, which is refused where the network, its data, `compile` or `fit` need
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
                assignment.targets().forEach(target -> assign(target, value, evaluator));
                report.add(
                        assignment.spot(),
                        made || changed
                                ? Optional.empty()
                                : target(assignment)
                                        ? Optional.of("changes of what nothing here needs")
                                        : reason(value));
            }
            case Statement.Augmented augmented -> {
                augment(augmented, evaluator);
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
            evaluator.scope().get(name).ifPresent(value -> spoil(value, unread.fault()));
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
            names.forEach(name -> scope.get(name).ifPresent(value -> spoil(value, fault)));
        }
    }

    /// Says that a thing has changed in a way that could not be followed.
    void spoil(Value value, PythonException why) {
        switch (value) {
            case Value.Table table -> table.array().spoil(why);
            case Made made -> made.spoil(why);
            case Model model -> model.spoil(why);
            case Value.Items items -> {
                items.all().clear();
                items.all().add(new Value.Unknown(items.spot(), why));
            }
            case Value.Pairs pairs -> {
                pairs.all().clear();
                pairs.all()
                        .add(new Value.Pair(
                                new Value.Unknown(pairs.spot(), why), new Value.Unknown(pairs.spot(), why)));
            }
            default -> {}
        }
    }

    void assign(Expression target, Value value, Evaluator evaluator) {
        switch (target) {
            case Expression.Name name -> evaluator.scope().put(name.name(), value);
            case Expression.Items items -> assignEach(items, value, evaluator);
            case Expression.Attribute attribute -> {
                Value of = evaluator.evaluate(attribute.of());
                if (of instanceof Model model) {
                    ModelCalls.set(model, attribute.name(), value, attribute.spot());
                } else if (of instanceof Made made) {
                    made.set(attribute.name(), attribute.spot(), value);
                } else if (!(of instanceof Value.Reference)) {
                    spoil(
                            of,
                            new PythonException(
                                    attribute.spot(),
                                    "What this line changes cannot be followed. Write the value as it is after it."));
                }
                changed = changed || !(of instanceof Value.Reference);
            }
            case Expression.Subscript subscript -> put(subscript, value, evaluator);
            default -> throw new PythonException(target.spot(), "Nothing can be given a value here.");
        }
    }

    private void assignEach(Expression.Items targets, Value value, Evaluator evaluator) {
        boolean list = value instanceof Value.Table || value instanceof Value.Items;
        Value parts = list ? LibraryCalls.rows(value, value.spot()) : value;
        boolean fits = parts instanceof Value.Items items
                && items.all().size() == targets.all().size();
        for (int i = 0; i < targets.all().size(); i++) {
            Expression target = targets.all().get(i);
            Value part = fits
                    ? ((Value.Items) parts).all().get(i)
                    : switch (value) {
                        case Value.Unknown unknown -> unknown;
                        case Value.Outcome outcome -> outcome;
                        case Value.StandIn standIn ->
                            new Value.StandIn(target.spot(), Optional.empty(), standIn.origin());
                        case Made made -> new Value.StandIn(target.spot(), Optional.empty(), made.shown());
                        default ->
                            Value.unknown(
                                    target.spot(),
                                    "This line gives " + targets.all().size()
                                            + " names values, but there are not as many. Write them one by one.");
                    };
            assign(target, part, evaluator);
        }
    }

    private void put(Expression.Subscript target, Value value, Evaluator evaluator) {
        Value of = evaluator.evaluate(target.of());
        PythonException why = new PythonException(
                target.spot(), "What this line changes cannot be followed. Write the numbers as they are after it.");
        Index index = new Index(evaluator::evaluate);
        changed = changed || of instanceof Value.Table || of instanceof Value.Items || of instanceof Value.Pairs;
        try {
            Optional<NdArray> given = Unfollowed.in(value).isPresent() ? Optional.empty() : Arithmetic.array(value);
            if (of instanceof Value.Table table && given.isPresent()) {
                Optional<NdArray> view = index.view(table.array(), target.index(), target.spot());
                view.ifPresent(part -> part.set(given.get()));
                if (view.isPresent()) {
                    return;
                }
            } else if (of instanceof Value.Pairs pairs
                    && evaluator.evaluate(target.index()) instanceof Value.Text key) {
                pairs.all().add(new Value.Pair(key, value));
                return;
            } else if (of instanceof Value.Items items
                    && !items.tuple()
                    && evaluator.evaluate(target.index()) instanceof Value.Num place
                    && place.whole()
                    && place.value() >= 0
                    && place.value() < items.all().size()) {
                items.all().set((int) place.value(), value);
                return;
            }
        } catch (IllegalArgumentException refused) {
            why = new PythonException(target.spot(), refused.getMessage());
        }
        spoil(of, why);
    }

    private void augment(Statement.Augmented statement, Evaluator evaluator) {
        Value before = evaluator.evaluate(statement.target());
        Value by = evaluator.evaluate(statement.value());
        if (before instanceof Value.Items items
                && by instanceof Value.Items more
                && statement.operator().equals("+")
                && !items.tuple()) {
            new MethodCalls(this, evaluator)
                    .call(
                            items,
                            "extend",
                            List.of(new Made.Argument(by.spot(), Optional.empty(), more)),
                            statement.spot());
            return;
        }
        Value after = Arithmetic.of(statement.spot(), statement.operator(), before, by);
        if (before instanceof Value.Table table) {
            changed();
            inPlace(table.array(), after, statement);
            return;
        }
        assign(statement.target(), after, evaluator);
    }

    /// Changes an array where it is, and so under all its names.
    private void inPlace(NdArray array, Value after, Statement.Augmented statement) {
        if (after instanceof Value.Table result
                && !(array.isWhole() && !result.array().isWhole())) {
            try {
                array.set(result.array());
                return;
            } catch (IllegalArgumentException refused) {
                array.spoil(new PythonException(statement.spot(), refused.getMessage()));
                return;
            }
        }
        array.spoil(
                after instanceof Value.Unknown unknown
                        ? unknown.reason()
                        : after instanceof Value.Table
                                ? new PythonException(
                                        statement.spot(),
                                        "NumPy refuses this: the array holds whole numbers. Write x = x "
                                                + statement.operator() + " …, or its numbers with a point.")
                                : new PythonException(
                                        statement.spot(), "What this line makes of the numbers is not in the code."));
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
                block.head().targets().forEach(target -> assign(target, handle, evaluator));
                report.leftOut(block.spot(), "the frame of “with”");
                runAll(block.body(), evaluator);
            }
            case "for" -> loop(block, evaluator);
            default -> new BlockEffects(this, evaluator.scope()).of(block);
        }
    }

    private void loop(Statement.Block block, Evaluator evaluator) {
        Optional<Value> through =
                block.head().value().map(evaluator::evaluate).map(value -> LibraryCalls.rows(value, block.spot()));
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
            block.head().targets().forEach(target -> assign(target, next, evaluator));
            runAll(block.body(), evaluator);
        }
        report.add(
                block.spot(),
                report.reads() > before ? Optional.empty() : Optional.of("loops in which nothing is read"));
    }

    /// Follows a call of the program's own function.
    Value call(Value.Own own, List<Made.Argument> arguments, Spot spot, Evaluator caller) {
        Statement.Block block = own.block();
        boolean plain = block.keyword().equals("def")
                && !block.words().matches(".*\\b(global|nonlocal|yield)\\b.*")
                && !block.words().contains("( *")
                && !block.words().contains(", *");
        Scope scope = new Scope(Optional.of(caller.scope()));
        if (!plain || calls >= MAX_CALLS || !bind(block, arguments, scope, caller)) {
            new BlockEffects(this, caller.scope()).of(block);
            arguments.forEach(
                    argument -> spoil(argument.value(), notFollowed(own, spot).reason()));
            return notFollowed(own, spot);
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

    /// Gives a function's parameters their values; returns whether each has one.
    private static boolean bind(Statement.Block block, List<Made.Argument> arguments, Scope scope, Evaluator caller) {
        List<String> free = new ArrayList<>();
        for (Expression parameter : block.head().targets()) {
            boolean usual = parameter instanceof Expression.Binary;
            Expression name = usual ? ((Expression.Binary) parameter).left() : parameter;
            free.add(((Expression.Name) name).name());
            if (usual) {
                scope.put(free.getLast(), caller.evaluate(((Expression.Binary) parameter).right()));
            }
        }
        List<String> all = List.copyOf(free);
        for (Made.Argument argument : arguments) {
            if (argument.keyword().isEmpty() && free.isEmpty()
                    || argument.keyword().filter(name -> !all.contains(name)).isPresent()) {
                return false;
            }
            String name = argument.keyword().orElseGet(free::removeFirst);
            scope.put(name, argument.value());
        }
        return all.stream().allMatch(scope::holds);
    }

    Value.Unknown notFollowed(Value.Own own, Spot spot) {
        boolean type = own.block().keyword().equals("class");
        boolean callback = own.block().words().contains("Callback");
        return new Value.Unknown(
                spot,
                new PythonException(
                        type ? own.block().spot() : spot,
                        type
                                ? "A class of the code's own, “" + own.block().name()
                                        + "”, cannot be read. "
                                        + (callback ? "Leave it out." : "Write a Sequential([…]) instead.")
                                : "“" + own.block().name()
                                        + "” is a function of the code's own that cannot be followed. Write its lines"
                                        + " in place of the call."));
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
