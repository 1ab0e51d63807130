package org.stepback.interop.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A statement of Python; a block is one with all that is in it.
public sealed interface Statement {
    Spot spot();

    /// `target = value`; several targets stand in a row.
    record Assignment(Spot spot, List<Expression> targets, Expression value) implements Statement {
        public Assignment {
            targets = List.copyOf(targets);
        }
    }

    /// `target += value` and its like.
    ///
    /// @param operator without its `=`
    record Augmented(Spot spot, Expression target, String operator, Expression value) implements Statement {}

    /// An expression alone.
    record Evaluation(Spot spot, Expression expression) implements Statement {}

    /// `import` or `from … import`.
    ///
    /// @param names what each name stands for from here on, with its dots
    record Import(Spot spot, Map<String, String> names) implements Statement {
        public Import {
            names = Map.copyOf(names);
        }
    }

    /// A loop, a condition, a function or a class with all that is in it.
    ///
    /// @param keyword that opens it
    /// @param name of a function or a class, and otherwise empty
    /// @param head its first line
    /// @param words the whole block word by word, with one blank between two
    record Block(
            Spot spot, String keyword, String name, Head head, List<Statement> body, String words, Set<String> names)
            implements Statement {
        public Block {
            body = List.copyOf(body);
            names = Set.copyOf(names);
        }
    }

    /// The first line of a block, as far as it could be read.
    ///
    /// @param targets what a `for` or `with` gives a value to, or a function's parameters
    /// @param value what a loop goes through, or what a condition asks; for a class its first base
    record Head(List<Expression> targets, Optional<Expression> value) {
        public static final Head UNREAD = new Head(List.of(), Optional.empty());

        public Head {
            targets = List.copyOf(targets);
        }
    }

    /// The end of a function.
    record Return(Spot spot, Optional<Expression> value) implements Statement {}

    /// A statement that changes nothing that is read, such as `pass` or `assert`, or a line of Jupyter's own.
    record Simple(Spot spot, String keyword) implements Statement {}

    /// A statement that cannot be read.
    ///
    /// @param names all names in it
    record Unread(Spot spot, PythonException fault, Set<String> names) implements Statement {
        public Unread {
            names = Set.copyOf(names);
        }
    }
}
