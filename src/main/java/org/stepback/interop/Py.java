package org.stepback.interop;

import java.util.List;
import java.util.Optional;
import org.stepback.interop.PythonException.Spot;
import org.stepback.number.NumberText;

/// A Python expression as it was written. It is looked at and never evaluated.
sealed interface Py {
    Spot spot();

    /// A name with its dots, such as `keras.layers.Dense`.
    record Name(Spot spot, String dotted) implements Py {
        /// Returns the name behind the last dot.
        String last() {
            return dotted.substring(dotted.lastIndexOf('.') + 1);
        }
    }

    record Num(Spot spot, double value) implements Py {}

    record Text(Spot spot, String value) implements Py {}

    record Flag(Spot spot, boolean value) implements Py {}

    record None(Spot spot) implements Py {}

    /// A list or a tuple.
    record Items(Spot spot, List<Py> all) implements Py {
        public Items {
            all = List.copyOf(all);
        }
    }

    /// A dictionary.
    record Pairs(Spot spot, List<Pair> all) implements Py {
        public Pairs {
            all = List.copyOf(all);
        }
    }

    /// A key of a dictionary with its value.
    record Pair(Py key, Py value) {}

    record Call(Spot spot, Name callee, List<Argument> arguments) implements Py {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// An expression of another kind, such as a sum: it is refused only where its value is needed.
    record Unread(Spot spot, PythonException fault) implements Py {}

    /// @param keyword empty where it is known by its position
    record Argument(Spot spot, Optional<String> keyword, Py value) {}

    /// Returns the refusal of this expression where another one is expected.
    ///
    /// @param expected such as `shuffle must be True or False`
    default PythonException refusal(String expected) {
        return new PythonException(spot(), expected + ", not " + shown() + ".");
    }

    /// Describes the expression in a sentence.
    default String shown() {
        return switch (this) {
            case Name name -> "the name " + name.dotted();
            case Num num -> "the number " + NumberText.plain(num.value());
            case Text text -> "the text \"" + (text.value().length() > 40 ? "…" : text.value()) + '"';
            case Flag flag -> flag.value() ? "True" : "False";
            case None none -> "None";
            case Items items -> "a list";
            case Pairs pairs -> "a dictionary";
            case Unread unread -> "an expression";
            case Call call -> call.callee().dotted() + "(…)";
        };
    }
}
