package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.interop.python.Statement;
import org.stepback.number.NumberText;

/// What a name or an expression of the program stands for at one place of it.
sealed interface Value
        permits Value.Num,
                Value.Text,
                Value.Flag,
                Value.None,
                Value.Items,
                Value.Pairs,
                Value.Table,
                Value.StandIn,
                Value.Reference,
                Made,
                Value.Tensor,
                Model,
                Value.Own,
                Value.Outcome,
                Value.Unknown {
    /// Where it is written, or where it comes from.
    Spot spot();

    /// @param whole whether it is an integer
    record Num(Spot spot, double value, boolean whole) implements Value {}

    record Text(Spot spot, String value) implements Value {}

    record Flag(Spot spot, boolean value) implements Value {}

    record None(Spot spot) implements Value {}

    /// A list or a tuple; a list can change.
    record Items(Spot spot, List<Value> all, boolean tuple) implements Value {
        public Items {
            all = new ArrayList<>(all);
        }
    }

    /// A dictionary.
    record Pairs(Spot spot, List<Pair> all) implements Value {
        public Pairs {
            all = new ArrayList<>(all);
        }

        Optional<Value> get(String key) {
            return all.stream()
                    .filter(pair -> pair.key instanceof Text text && text.value.equals(key))
                    .reduce((_, last) -> last)
                    .map(Pair::value);
        }
    }

    /// A key of a dictionary with its value.
    record Pair(Value key, Value value) {}

    /// An array whose numbers are known.
    record Table(Spot spot, NdArray array) implements Value {}

    /// An array whose numbers are not in the code.
    ///
    /// @param shape its lengths, −1 for one that is not known; empty where nothing is known of it
    /// @param origin where its numbers come from, for a sentence
    record StandIn(Spot spot, Optional<List<Integer>> shape, String origin) implements Value {}

    /// A name of a library, such as `keras.layers.Dense`, or one that the code gives no value.
    record Reference(Spot spot, String dotted) implements Value {
        String last() {
            return dotted.substring(dotted.lastIndexOf('.') + 1);
        }

        String root() {
            return dotted.replaceFirst("\\..*", "");
        }
    }

    /// What a layer gives when it is called: `Dense(8)(inputs)`.
    ///
    /// @param before empty for what the network takes
    record Tensor(Spot spot, Optional<Tensor> before, Value layer) implements Value {}

    /// A function or a class of the program's own.
    record Own(Spot spot, Statement.Block block) implements Value {}

    /// What training, prediction or output gives, which cannot be known without a run.
    record Outcome(Spot spot, String what) implements Value {}

    /// What could not be followed.
    ///
    /// @param reason what is said where it is needed
    record Unknown(Spot spot, PythonException reason) implements Value {}

    static Unknown unknown(Spot spot, String why) {
        return new Unknown(spot, new PythonException(spot, why));
    }

    static Num whole(Spot spot, long value) {
        return new Num(spot, value, true);
    }

    /// Returns the value with the place where it is used now; what can change stays the same thing.
    default Value at(Spot place) {
        return switch (this) {
            case Num num -> new Num(place, num.value, num.whole);
            case Text text -> new Text(place, text.value);
            case Flag flag -> new Flag(place, flag.value);
            case None _ -> new None(place);
            case Reference reference -> new Reference(place, reference.dotted);
            default -> this;
        };
    }

    /// Returns the refusal of this value where another one is expected.
    ///
    /// @param expected such as `shuffle must be True or False`
    default PythonException refusal(String expected) {
        return this instanceof Unknown unknown
                ? unknown.reason
                : new PythonException(spot(), expected + ", not " + shown() + ".");
    }

    /// Describes the value in a sentence.
    default String shown() {
        return switch (this) {
            case Num num -> "the number " + NumberText.plain(num.value());
            case Text text -> "the text \"" + (text.value().length() > 40 ? "…" : text.value()) + '"';
            case Flag flag -> flag.value() ? "True" : "False";
            case None _ -> "None";
            case Items items -> items.tuple ? "a tuple" : "a list";
            case Pairs _ -> "a dictionary";
            case Table _, StandIn _ -> "an array";
            case Reference reference -> "the name " + reference.dotted();
            case Made made -> made.name() + "(…)";
            case Tensor _ -> "the output of a layer";
            case Model _ -> "a network";
            case Own own -> own.block.name() + ", which is the code's own";
            case Outcome outcome -> outcome.what();
            case Unknown _ -> "something unknown";
        };
    }
}
