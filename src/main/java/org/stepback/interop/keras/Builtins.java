package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepback.interop.python.Spot;

/// Python's own functions: lengths, ranges, lists and numbers.
final class Builtins {
    private static final int MOST_ITEMS = 10_000;

    private Builtins() {}

    /// Returns the value of a call; empty where the function is not among those that are known.
    static Optional<Value> of(Spot spot, String name, List<Made.Argument> arguments) {
        List<Value> values = arguments.stream().map(Made.Argument::value).toList();
        Value first = values.isEmpty() ? new Value.None(spot) : values.getFirst();
        return switch (name) {
            case "len" -> Optional.of(length(first, spot));
            case "range" -> Optional.of(range(values, spot));
            case "list", "tuple" -> Optional.of(list(name, values, spot));
            case "dict" -> Optional.of(dictionary(arguments, spot));
            case "int", "float" -> Optional.of(number(name, first, spot));
            case "str", "repr", "format" -> Optional.of(new Value.Outcome(spot, "a text"));
            case "zip", "enumerate" -> Optional.of(paired(name, values, spot));
            case "reversed" ->
                Optional.of(
                        first instanceof Value.Items items
                                ? new Value.Items(spot, items.all().reversed(), false)
                                : unfollowed(first, name, spot));
            case "max", "min" ->
                Optional.of(values)
                        .filter(all -> all.size() > 1)
                        .map(all -> new Made.Argument(spot, Optional.empty(), new Value.Items(spot, all, true)))
                        .map(all -> ArrayFunctions.of(spot, name, List.of(all))
                                .orElseGet(() -> unfollowed(first, name, spot)));
            default -> Optional.empty();
        };
    }

    private static Value list(String name, List<Value> values, Spot spot) {
        boolean tuple = name.equals("tuple");
        if (values.isEmpty()) {
            return new Value.Items(spot, List.of(), tuple);
        }
        return values.getFirst() instanceof Value.Items items
                ? new Value.Items(spot, items.all(), tuple)
                : rows(values.getFirst(), spot);
    }

    /// Returns the pairs of a dictionary that is given, and those that are written as arguments.
    private static Value dictionary(List<Made.Argument> arguments, Spot spot) {
        List<Value.Pair> all = new ArrayList<>();
        for (Made.Argument argument : arguments) {
            if (argument.keyword().isPresent()) {
                String key = argument.keyword().get();
                all.removeIf(pair ->
                        pair.key() instanceof Value.Text text && text.value().equals(key));
                all.add(new Value.Pair(new Value.Text(argument.spot(), key), argument.value()));
            } else if (argument.value() instanceof Value.Pairs pairs) {
                all.addAll(pairs.all());
            } else {
                return unfollowed(argument.value(), "dict", spot);
            }
        }
        return new Value.Pairs(spot, all);
    }

    private static Value number(String name, Value of, Spot spot) {
        if (!Arithmetic.isNumber(of)) {
            return unfollowed(of, name, spot);
        }
        double number = Arithmetic.number(of);
        return name.equals("int") ? whole(spot, number) : new Value.Num(spot, number, false);
    }

    private static Value unfollowed(Value first, String name, Spot spot) {
        return first instanceof Value.Unknown
                ? first
                : Value.unknown(spot, "“" + name + "(…)” cannot be followed here. Write its value.");
    }

    private static Value whole(Spot spot, double number) {
        return new Value.Num(spot, number < 0 ? Math.ceil(number) : Math.floor(number), true);
    }

    private static Value length(Value of, Spot spot) {
        return switch (of) {
            case Value.Items items -> Value.whole(spot, items.all().size());
            case Value.Pairs pairs -> Value.whole(spot, pairs.all().size());
            case Value.Text text -> Value.whole(spot, text.value().length());
            case Value.Table table
            when table.array().axes() > 0 -> Value.whole(spot, table.array().shape()[0]);
            case Value.StandIn standIn ->
                standIn.shape()
                        .filter(shape -> !shape.isEmpty() && shape.getFirst() >= 0)
                        .<Value>map(shape -> Value.whole(spot, shape.getFirst()))
                        .orElseGet(() -> Index.unknownSize(spot, standIn.origin()));
            case Value.Reference reference -> Index.unknownSize(spot, reference.dotted());
            default -> unfollowed(of, "len", spot);
        };
    }

    private static Value range(List<Value> values, Spot spot) {
        if (values.isEmpty()
                || values.size() > 3
                || !values.stream().allMatch(value -> value instanceof Value.Num num && num.whole())) {
            return unfollowed(
                    values.stream()
                            .filter(Value.Unknown.class::isInstance)
                            .findFirst()
                            .orElse(new Value.None(spot)),
                    "range",
                    spot);
        }
        double[] all = values.stream().mapToDouble(Arithmetic::number).toArray();
        double from = all.length == 1 ? 0 : all[0];
        double to = all.length == 1 ? all[0] : all[1];
        double step = all.length == 3 ? all[2] : 1;
        NdArray.require(
                step != 0 && Math.abs((to - from) / step) <= MOST_ITEMS,
                "A range has at most " + MOST_ITEMS + " numbers here.");
        List<Value> items = new ArrayList<>();
        for (double next = from; step > 0 ? next < to : next > to; next += step) {
            items.add(new Value.Num(spot, next, true));
        }
        return new Value.Items(spot, items, true);
    }

    /// Returns what a loop over a value goes through.
    static Value rows(Value of, Spot spot) {
        if (of instanceof Value.Table table
                && table.array().axes() > 0
                && table.array().spoilt().isEmpty()) {
            List<Value> rows = new ArrayList<>();
            for (int i = 0; i < table.array().shape()[0]; i++) {
                NdArray row = table.array().at(0, i);
                rows.add(
                        row.axes() == 0
                                ? new Value.Num(spot, row.toArray()[0], row.isWhole())
                                : new Value.Table(spot, row));
            }
            return new Value.Items(spot, rows, false);
        }
        return of instanceof Value.Items ? of : unfollowed(of, "for", spot);
    }

    private static Value paired(String name, List<Value> values, Spot spot) {
        List<List<Value>> lists = new ArrayList<>();
        for (Value value : values) {
            if (!(rows(value, spot) instanceof Value.Items items)) {
                return unfollowed(value, name, spot);
            }
            lists.add(items.all());
        }
        int length = lists.stream().mapToInt(List::size).min().orElse(0);
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<Value> row = new ArrayList<>();
            if (name.equals("enumerate")) {
                row.add(Value.whole(spot, i));
                row.add(lists.getFirst().get(i));
            } else {
                for (List<Value> list : lists) {
                    row.add(list.get(i));
                }
            }
            all.add(new Value.Items(spot, row, true));
        }
        return new Value.Items(spot, all, false);
    }
}
