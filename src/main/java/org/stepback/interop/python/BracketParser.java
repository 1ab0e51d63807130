package org.stepback.interop.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stepback.interop.python.PyToken.Kind;

/// Reads what stands in brackets: arguments, lists, tuples, dictionaries and indices. A part that cannot be read is
/// set aside with the reason, and the rest is read.
final class BracketParser {
    private final Words words;
    private final Supplier<Expression> expression;

    /// @param expression reads the next one
    BracketParser(Words words, Supplier<Expression> expression) {
        this.words = words;
        this.expression = expression;
    }

    /// Reads arguments and the bracket that closes them.
    List<Expression.Argument> arguments() {
        List<Expression.Argument> arguments = new ArrayList<>();
        while (!words.accept(")")) {
            Spot spot = words.here();
            boolean named = words.hasNext(Kind.NAME)
                    && words.afterNext().filter(after -> after.is("=")).isPresent();
            Optional<String> keyword = named ? Optional.of(words.take().text()) : Optional.empty();
            if (named) {
                words.take();
            }
            arguments.add(new Expression.Argument(spot, keyword, part(")", expression)));
            separator(")");
        }
        return arguments;
    }

    /// Reads a list or a tuple; a single expression in round brackets is that expression.
    Expression items(PyToken open) {
        String close = open.is("(") ? ")" : "]";
        List<Expression> all = new ArrayList<>();
        boolean comma = false;
        while (!words.accept(close)) {
            all.add(part(close, expression));
            comma |= separator(close);
        }
        boolean grouping = open.is("(") && all.size() == 1 && !comma;
        return grouping ? all.getFirst() : new Expression.Items(open.spot(), all, open.is("("));
    }

    Expression pairs(PyToken open) {
        List<Expression.Pair> all = new ArrayList<>();
        while (!words.accept("}")) {
            Expression key = expression.get();
            if (!words.accept(":")) {
                throw words.unexpected();
            }
            all.add(new Expression.Pair(key, part("}", expression)));
            separator("}");
        }
        return new Expression.Pairs(open.spot(), all);
    }

    Expression index(PyToken open) {
        List<Expression> all = new ArrayList<>();
        boolean comma = false;
        while (!words.accept("]")) {
            all.add(part("]", this::slice));
            comma |= separator("]");
        }
        if (all.isEmpty()) {
            throw words.unexpectedLast();
        }
        return comma ? new Expression.Items(open.spot(), all, true) : all.getFirst();
    }

    private Expression slice() {
        Spot spot = words.here();
        Optional<Expression> from = sliceEnd();
        if (!words.accept(":")) {
            return from.orElseThrow(words::unexpected);
        }
        Optional<Expression> to = sliceEnd();
        return new Expression.Slice(spot, from, to, words.accept(":") ? sliceEnd() : Optional.empty());
    }

    private Optional<Expression> sliceEnd() {
        boolean none = !words.hasNext() || words.nextIs(":") || words.nextIs(",") || words.nextIs("]");
        return none ? Optional.empty() : Optional.of(expression.get());
    }

    /// Reads a part of a bracket, which ends with a comma or the bracket; another one is set aside.
    private Expression part(String close, Supplier<Expression> kind) {
        int from = words.place();
        try {
            Expression read = kind.get();
            if (words.hasNext() && !words.nextIs(",") && !words.nextIs(close)) {
                throw words.unexpected();
            }
            return read;
        } catch (PythonException fault) {
            return new Expression.Unread(words.spot(from), fault, words.passOver(from));
        }
    }

    /// Reads a comma, or meets the closing bracket, which stays.
    private boolean separator(String close) {
        if (words.accept(",")) {
            return true;
        }
        if (!words.nextIs(close)) {
            throw words.unexpected();
        }
        return false;
    }
}
