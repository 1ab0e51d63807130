package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.Spot;
import org.stepback.interop.python.Statement;

/// Follows branches, loops, `with`, and the functions of the program, as far as they are known to the last statement.
final class Blocks {
    private static final int MAX_CALLS = 20;

    private final Interpreter program;
    private int calls;

    /// Thrown by `return`, up to the call of the function.
    static final class Returned extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Value value;

        Returned(Value value) {
            super(null, null, false, false);
            this.value = value;
        }
    }

    Blocks(Interpreter program) {
        this.program = program;
    }

    /// Follows statements one after the other.
    void all(List<Statement> statements, Evaluator evaluator) {
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
                program.run(statement, evaluator);
            }
        }
    }

    private static Optional<Boolean> holds(Statement.Block block, Evaluator evaluator) {
        return block.keyword().equals("else")
                ? Optional.of(true)
                : block.head().value().map(evaluator::evaluate).flatMap(Evaluator::truth);
    }

    private void branch(Statement.Block block, Optional<Boolean> holds, Evaluator evaluator) {
        program.count(block.spot());
        if (holds.isEmpty()) {
            new BlockEffects(program, evaluator.scope()).of(block);
        } else if (holds.get()) {
            program.report().read(block.spot());
            all(block.body(), evaluator);
        } else {
            program.report().leftOut(block.spot(), "branches that are not taken");
        }
    }

    void of(Statement.Block block, Evaluator evaluator) {
        switch (block.keyword()) {
            case "def", "class" -> {
                evaluator.scope().put(block.name(), new Value.Own(block.spot(), block));
                program.report().leftOut(block.spot(), "functions and classes, but where they are called");
            }
            case "with" -> {
                Optional<Value> opened =
                        block.head().value().map(evaluator::evaluate).filter(Made.class::isInstance);
                Value handle = opened.orElseGet(() -> new Value.Outcome(block.spot(), "what “with” opens"));
                block.head().targets().forEach(target -> new Assignments(program, evaluator).assign(target, handle));
                program.report().leftOut(block.spot(), "the frame of “with”");
                all(block.body(), evaluator);
            }
            case "for" -> loop(block, evaluator);
            default -> new BlockEffects(program, evaluator.scope()).of(block);
        }
    }

    private void loop(Statement.Block block, Evaluator evaluator) {
        Optional<Value> through =
                block.head().value().map(evaluator::evaluate).map(value -> Builtins.rows(value, block.spot()));
        boolean leaves = Set.of("break", "continue").stream().anyMatch(block.names()::contains);
        if (leaves
                || !(through.orElse(null) instanceof Value.Items items)
                || Unfollowed.in(items).isPresent()) {
            new BlockEffects(program, evaluator.scope()).of(block);
            return;
        }
        int before = program.report().reads();
        for (Value next : List.copyOf(items.all())) {
            program.count(block.spot());
            block.head().targets().forEach(target -> new Assignments(program, evaluator).assign(target, next));
            all(block.body(), evaluator);
        }
        program.report()
                .add(
                        block.spot(),
                        program.report().reads() > before
                                ? Optional.empty()
                                : Optional.of("loops in which nothing is read"));
    }

    /// Follows a call of the program's own function.
    Value call(Value.Own own, List<Made.Argument> arguments, Spot spot, Evaluator caller) {
        Statement.Block block = own.block();
        Scope scope = new Scope(Optional.of(caller.scope()));
        if (!OwnFunction.isPlain(block) || calls >= MAX_CALLS || !OwnFunction.bind(block, arguments, scope, caller)) {
            new BlockEffects(program, caller.scope()).of(block);
            arguments.forEach(argument -> Unfollowed.spoil(
                    argument.value(), OwnFunction.notFollowed(own, spot).reason()));
            return OwnFunction.notFollowed(own, spot);
        }
        calls++;
        try {
            all(block.body(), new Evaluator(program, scope));
            return new Value.None(spot);
        } catch (Returned returned) {
            return returned.value;
        } finally {
            calls--;
            program.changed();
        }
    }
}
