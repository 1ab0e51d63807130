package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.Expression;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Statement;

/// Finds all that a block may change which is not followed, such as a loop of unknown length. It is unknown afterwards.
final class BlockEffects {
    private static final Set<String> ONLY_LOOK = Set.of(
            "evaluate",
            "predict",
            "summary",
            "save",
            "get_weights",
            "get_config",
            "plot",
            "format",
            "join",
            "shape",
            "astype",
            "reshape",
            "copy",
            "mean",
            "sum",
            "min",
            "max",
            "std",
            "keys",
            "values",
            "items",
            "get",
            "tolist",
            "item",
            "numpy",
            "print",
            "split",
            "strip",
            "count_params",
            "argmax",
            "round",
            "flatten",
            "ravel",
            "lower",
            "upper");

    private final Interpreter program;
    private final Scope scope;
    private Statement.Block block;
    /// True if the names that it gives values to are its own.
    private boolean ownNames;

    BlockEffects(Interpreter program, Scope scope) {
        this.program = program;
        this.scope = scope;
    }

    void of(Statement.Block unfollowed) {
        block = unfollowed;
        boolean builds = unfollowed.names().contains("Sequential");
        if (builds) {
            throw new PythonException(
                    block.spot(),
                    "A network within “" + block.keyword()
                            + "” cannot be read. Write its lines one after the other, without it.");
        }
        ownNames = unfollowed.keyword().equals("def") || unfollowed.keyword().equals("class");
        unfollowed.head().targets().forEach(this::unknown);
        unfollowed.head().value().ifPresent(this::calls);
        all(unfollowed.body());
        program.report()
                .leftOut(block.spot(), "“" + block.keyword() + "” with what is in it, which nothing here needs");
    }

    private PythonException reason(String name) {
        return new PythonException(
                block.spot(),
                "“" + block.keyword() + "” changes " + name
                        + " here, which cannot be followed. Write its lines one after the" + " other, without it.");
    }

    private void all(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Assignment assignment -> {
                    assignment.targets().forEach(this::unknown);
                    calls(assignment.value());
                }
                case Statement.Augmented augmented -> {
                    unknown(augmented.target());
                    calls(augmented.value());
                }
                case Statement.Evaluation evaluation -> calls(evaluation.expression());
                case Statement.Return returned -> returned.value().ifPresent(this::calls);
                case Statement.Import imported ->
                    imported.names()
                            .forEach((name, dotted) -> scope.put(name, new Value.Reference(imported.spot(), dotted)));
                case Statement.Unread unread -> unread.names().forEach(this::unknownName);
                case Statement.Block inner -> {
                    inner.head().targets().forEach(this::unknown);
                    inner.head().value().ifPresent(this::calls);
                    all(inner.body());
                }
                case Statement.Simple _ -> {}
            }
        }
    }

    /// Makes what an assignment gives a value unknown, and spoils what it changes a part of.
    private void unknown(Expression target) {
        switch (target) {
            case Expression.Name name -> unknownName(name.name());
            case Expression.Items items -> items.all().forEach(this::unknown);
            case Expression.Attribute attribute -> spoil(attribute.of());
            case Expression.Subscript subscript -> spoil(subscript.of());
            case Expression.Binary parameter when parameter.operator().equals("=") -> unknown(parameter.left());
            default -> {}
        }
    }

    private void unknownName(String name) {
        if (ownNames && !block.words().contains("global " + name)) {
            return;
        }
        scope.get(name).ifPresent(value -> Unfollowed.spoil(value, reason(name)));
        scope.put(name, new Value.Unknown(block.spot(), reason(name)));
    }

    private void spoil(Expression part) {
        root(part).ifPresent(name -> scope.get(name).ifPresent(value -> Unfollowed.spoil(value, reason(name))));
    }

    private static Optional<String> root(Expression part) {
        return switch (part) {
            case Expression.Name name -> Optional.of(name.name());
            case Expression.Attribute attribute -> root(attribute.of());
            case Expression.Subscript subscript -> root(subscript.of());
            case Expression.Call call -> root(call.callee());
            default -> Optional.empty();
        };
    }

    /// Spoils what the calls within an expression may change.
    private void calls(Expression expression) {
        switch (expression) {
            case Expression.Call call -> {
                boolean looks =
                        call.callee() instanceof Expression.Attribute method && ONLY_LOOK.contains(method.name());
                if (!looks && call.callee() instanceof Expression.Attribute method) {
                    spoil(method.of());
                }
                boolean own = call.callee() instanceof Expression.Name name
                        && scope.get(name.name())
                                .filter(Value.Own.class::isInstance)
                                .isPresent();
                call.arguments().forEach(argument -> {
                    calls(argument.value());
                    if (own) {
                        spoil(argument.value());
                    }
                });
                calls(call.callee());
            }
            case Expression.Attribute attribute -> calls(attribute.of());
            case Expression.Subscript subscript -> calls(subscript.of());
            case Expression.Items items -> items.all().forEach(this::calls);
            case Expression.Binary binary -> {
                calls(binary.left());
                calls(binary.right());
            }
            case Expression.Unary unary -> calls(unary.of());
            case Expression.Choice choice ->
                List.of(choice.condition(), choice.then(), choice.otherwise()).forEach(this::calls);
            case Expression.Unread unread -> program.refuseNetworkIn(unread.names(), unread.fault(), scope);
            default -> {}
        }
    }
}
