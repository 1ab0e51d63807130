package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import org.stepback.interop.python.Expression;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Statement;

/// Gives names, attributes and parts of values the values that a statement says.
final class Assignments {
    private final Interpreter program;
    private final Evaluator evaluator;

    Assignments(Interpreter program, Evaluator evaluator) {
        this.program = program;
        this.evaluator = evaluator;
    }

    /// Follows `x = y`, for a name, several names, an attribute or a part.
    void assign(Expression target, Value value) {
        switch (target) {
            case Expression.Name name -> evaluator.scope().put(name.name(), value);
            case Expression.Items items -> assignEach(items, value);
            case Expression.Attribute attribute -> {
                Value of = evaluator.evaluate(attribute.of());
                if (of instanceof Model model) {
                    ModelCalls.set(model, attribute.name(), value, attribute.spot());
                } else if (of instanceof Made made) {
                    made.set(attribute.name(), attribute.spot(), value);
                } else if (!(of instanceof Value.Reference)) {
                    Unfollowed.spoil(
                            of,
                            new PythonException(
                                    attribute.spot(),
                                    "What this line changes cannot be followed. Write the value as it is after it."));
                }
                if (!(of instanceof Value.Reference)) {
                    program.changed();
                }
            }
            case Expression.Subscript subscript -> put(subscript, value);
            default -> throw new PythonException(target.spot(), "Nothing can be given a value here.");
        }
    }

    private void assignEach(Expression.Items targets, Value value) {
        boolean list = value instanceof Value.Table || value instanceof Value.Items;
        Value parts = list ? Builtins.rows(value, value.spot()) : value;
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
            assign(target, part);
        }
    }

    private void put(Expression.Subscript target, Value value) {
        Value of = evaluator.evaluate(target.of());
        PythonException why = new PythonException(
                target.spot(), "What this line changes cannot be followed. Write the numbers as they are after it.");
        Index index = new Index(evaluator::evaluate);
        if (of instanceof Value.Table || of instanceof Value.Items || of instanceof Value.Pairs) {
            program.changed();
        }
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
        Unfollowed.spoil(of, why);
    }

    /// Follows `x += y`.
    void augment(Statement.Augmented statement) {
        Value before = evaluator.evaluate(statement.target());
        Value by = evaluator.evaluate(statement.value());
        if (before instanceof Value.Items items
                && by instanceof Value.Items more
                && statement.operator().equals("+")
                && !items.tuple()) {
            new MethodCalls(program, evaluator)
                    .call(
                            items,
                            "extend",
                            List.of(new Made.Argument(by.spot(), Optional.empty(), more)),
                            statement.spot());
            return;
        }
        Value after = Arithmetic.of(statement.spot(), statement.operator(), before, by);
        if (before instanceof Value.Table table) {
            program.changed();
            inPlace(table.array(), after, statement);
            return;
        }
        assign(statement.target(), after);
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
}
