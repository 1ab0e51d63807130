package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import org.stepback.interop.python.PythonException;

/// Looks through a value, and what is in it, for what could not be followed.
final class Unfollowed {
    private static final int DEEPEST = 6;
    /// Lists that hold each other many times are not looked through to the end.
    private static final int MOST = 200_000;

    private int seen;

    private Unfollowed() {}

    /// Returns the first part of a value that is unknown, or that stands in; empty where all is known.
    static Optional<Value> in(Value value) {
        return new Unfollowed().in(value, 0);
    }

    private Optional<Value> in(Value value, int depth) {
        if (++seen > MOST) {
            return Optional.empty();
        }
        return switch (value) {
            case Value.Unknown _, Value.StandIn _ -> Optional.of(value);
            case Value.Table table -> table.array().spoilt().map(why -> new Value.Unknown(table.spot(), why));
            case Value.Items items
            when depth < DEEPEST ->
                items.all().stream()
                        .map(one -> in(one, depth + 1))
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /// Returns whether no argument is a part of a network, so that a function of arrays is meant.
    static boolean isPlain(List<Made.Argument> arguments) {
        return arguments.stream()
                .map(Made.Argument::value)
                .noneMatch(value -> value instanceof Value.Items items
                        && items.all().stream().anyMatch(one -> one instanceof Value.Tensor || one instanceof Made));
    }

    /// Returns whether numbers of the program's own are in a value.
    static boolean hasNumbers(Value value) {
        return value instanceof Value.Table
                || value instanceof Value.Items items
                        && items.all().stream()
                                .anyMatch(one -> one instanceof Value.Table
                                        || one instanceof Value.Items row
                                                && row.all().stream().anyMatch(Arithmetic::isNumber));
    }

    /// Says that a thing has changed in a way that could not be followed.
    static void spoil(Value value, PythonException why) {
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
}
