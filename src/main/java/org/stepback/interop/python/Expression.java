package org.stepback.interop.python;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A Python expression as it is written.
public sealed interface Expression {
    Spot spot();

    record Name(Spot spot, String name) implements Expression {}

    /// @param whole whether it is written without a point or an exponent
    record Num(Spot spot, double value, boolean whole) implements Expression {}

    record Text(Spot spot, String value) implements Expression {}

    record Flag(Spot spot, boolean value) implements Expression {}

    record None(Spot spot) implements Expression {}

    /// Three points in an index: all axes that no other index is for.
    record Ellipsis(Spot spot) implements Expression {}

    /// A list or a tuple.
    record Items(Spot spot, List<Expression> all, boolean tuple) implements Expression {
        public Items {
            all = List.copyOf(all);
        }
    }

    /// A dictionary.
    record Pairs(Spot spot, List<Pair> all) implements Expression {
        public Pairs {
            all = List.copyOf(all);
        }
    }

    /// A key of a dictionary with its value.
    record Pair(Expression key, Expression value) {}

    /// @param spot of what is called
    record Call(Spot spot, Expression callee, List<Argument> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param keyword empty where it is known by its position
    record Argument(Spot spot, Optional<String> keyword, Expression value) {}

    /// A name behind a dot.
    record Attribute(Spot spot, Expression of, String name) implements Expression {}

    record Subscript(Spot spot, Expression of, Expression index) implements Expression {}

    record Slice(Spot spot, Optional<Expression> from, Optional<Expression> to, Optional<Expression> step)
            implements Expression {}

    /// A sign before an expression, or `not`.
    record Unary(Spot spot, String operator, Expression of) implements Expression {}

    /// A sign between two expressions, or `and`, `or`, `in`, `is`.
    ///
    /// @param spot of the sign
    record Binary(Spot spot, String operator, Expression left, Expression right) implements Expression {}

    /// `this if condition else that`.
    record Choice(Spot spot, Expression condition, Expression then, Expression otherwise) implements Expression {}

    /// An expression of another kind, such as a comprehension: it is refused only where its value is needed.
    ///
    /// @param names all names in it
    record Unread(Spot spot, PythonException fault, Set<String> names) implements Expression {
        public Unread {
            names = Set.copyOf(names);
        }
    }
}
