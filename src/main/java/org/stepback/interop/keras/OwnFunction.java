package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import org.stepback.interop.python.Expression;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.interop.python.Statement;

/// A function or class that the program defines itself.
final class OwnFunction {
    private OwnFunction() {}

    /// Returns whether a call can be followed statement by statement.
    static boolean isPlain(Statement.Block block) {
        return block.keyword().equals("def")
                && !block.words().matches(".*\\b(global|nonlocal|yield)\\b.*")
                && !block.words().contains("( *")
                && !block.words().contains(", *");
    }

    /// Gives a function's parameters their values; returns whether each has one.
    static boolean bind(Statement.Block block, List<Made.Argument> arguments, Scope scope, Evaluator caller) {
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

    /// Returns the value of a call that cannot be followed, with what to write instead.
    static Value.Unknown notFollowed(Value.Own own, Spot spot) {
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
}
