package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stepback.interop.python.Expression;
import org.stepback.interop.python.Spot;

/// The part of a list or an array that an index in square brackets names.
final class Index {
    private final Function<Expression, Value> evaluate;

    /// @param evaluate gives an expression's value
    Index(Function<Expression, Value> evaluate) {
        this.evaluate = evaluate;
    }

    /// Returns the part; unknown, with the reason, where it cannot be told.
    ///
    /// @throws IllegalArgumentException with a sentence, where there is no such part
    Value of(Value value, Expression index, Spot spot) {
        return switch (value) {
            case Value.Table table -> array(table, index, spot);
            case Value.StandIn standIn -> standIn(standIn, index, spot);
            case Value.Items items -> items(items, index, spot);
            case Value.Pairs pairs ->
                evaluate.apply(index) instanceof Value.Text key
                        ? pairs.get(key.value())
                                .orElse(Value.unknown(spot, "The dictionary has no \"" + key.value() + "\" here."))
                        : Value.unknown(spot, "Only a text can be looked up in a dictionary here.");
            case Value.Unknown unknown -> unknown;
            case Value.Outcome outcome -> outcome;
            case Value.Reference reference
            when reference.last().equals("shape") -> unknownSize(spot, reference.dotted());
            case Value.Reference reference -> new Value.StandIn(spot, Optional.empty(), reference.root());
            case Made made -> new Value.StandIn(spot, Optional.empty(), made.shown());
            default ->
                Value.unknown(spot, "An index of " + value.shown() + " cannot be followed here. Write the value.");
        };
    }

    static Value unknownSize(Spot spot, String what) {
        return Value.unknown(
                spot,
                "The size of this data is not in the code (" + what + "). Write the number itself, such as the number"
                        + " of inputs.");
    }

    private Value items(Value.Items items, Expression index, Spot spot) {
        int length = items.all().size();
        if (index instanceof Expression.Slice slice) {
            Part part = part(slice, length);
            List<Value> all = IntStream.range(0, part.length)
                    .mapToObj(i -> items.all().get(part.from + i * part.step))
                    .toList();
            return new Value.Items(spot, all, items.tuple());
        }
        if (!(evaluate.apply(index) instanceof Value.Num place) || !place.whole()) {
            return Value.unknown(spot, "This index cannot be followed here. Write a whole number.");
        }
        int at = (int) place.value();
        NdArray.require(at >= -length && at < length, "There is no place " + at + " in a list of " + length + ".");
        return items.all().get(Math.floorMod(at, length)).at(spot);
    }

    private record Part(int from, int step, int length) {}

    /// Returns the places of a slice, by Python's rules.
    private Part part(Expression.Slice slice, int length) {
        int step = slice.step().map(this::whole).orElse(1);
        NdArray.require(step != 0, "The step of a slice must not be 0.");
        int from = clamped(slice.from().map(this::whole), step > 0 ? 0 : length - 1, length, step);
        int to = clamped(slice.to().map(this::whole), step > 0 ? length : -1, length, step);
        int count = step > 0 ? Math.ceilDiv(to - from, step) : Math.ceilDiv(from - to, -step);
        return new Part(from, step, Math.max(0, count));
    }

    private static int clamped(Optional<Integer> given, int usual, int length, int step) {
        if (given.isEmpty()) {
            return usual;
        }
        int place = given.get() < 0 ? given.get() + length : given.get();
        return Math.clamp(place, step > 0 ? 0 : -1, step > 0 ? length : length - 1);
    }

    private int whole(Expression expression) {
        Value value = evaluate.apply(expression);
        NdArray.require(
                value instanceof Value.Num num && num.whole() && Math.abs(num.value()) < 1e9,
                "A part of a slice cannot be followed here. Write a whole number.");
        return (int) ((Value.Num) value).value();
    }

    private static List<Expression> axes(Expression index) {
        return index instanceof Expression.Items items && items.tuple() ? items.all() : List.of(index);
    }

    private Value array(Value.Table table, Expression index, Spot spot) {
        if (table.array().spoilt().isPresent()) {
            return new Value.Unknown(spot, table.array().spoilt().get());
        }
        List<Expression> all = axes(index);
        long used = all.stream()
                .filter(one -> !isNewAxis(one) && !(one instanceof Expression.Ellipsis))
                .count();
        NdArray part = table.array();
        NdArray.require(used <= part.axes(), "The array has only " + part.axes() + " axes.");
        int axis = 0;
        for (Expression one : all) {
            if (one instanceof Expression.Ellipsis) {
                axis += table.array().axes() - (int) used;
            } else if (isNewAxis(one)) {
                part = part.expanded(axis++);
            } else if (one instanceof Expression.Slice slice) {
                Part range = part(slice, part.shape()[axis]);
                part = part.slice(axis++, range.from, range.step, range.length);
            } else if (evaluate.apply(one) instanceof Value.Num place && place.whole()) {
                part = part.at(axis, (int) place.value());
            } else if (all.size() == 1 && Arithmetic.array(evaluate.apply(one)).isPresent()) {
                part = chosen(part, Arithmetic.array(evaluate.apply(one)).get());
            } else {
                return Value.unknown(spot, "This index cannot be followed here. Write the numbers of the result.");
            }
        }
        return part.axes() == 0 ? new Value.Num(spot, part.toArray()[0], part.isWhole()) : new Value.Table(spot, part);
    }

    /// Returns the view that a value is written into; empty where it cannot be told.
    Optional<NdArray> view(NdArray array, Expression index, Spot spot) {
        boolean plain = axes(index).stream()
                .allMatch(one -> one instanceof Expression.Slice
                        || one instanceof Expression.Ellipsis
                        || evaluate.apply(one) instanceof Value.Num);
        if (!plain) {
            return Optional.empty();
        }
        List<Expression> all = axes(index);
        boolean numbersOnly =
                all.stream().noneMatch(one -> one instanceof Expression.Slice || one instanceof Expression.Ellipsis);
        if (numbersOnly && all.size() == array.axes()) {
            NdArray part = array;
            for (Expression one : all) {
                part = part.at(0, whole(one));
            }
            return Optional.of(part);
        }
        return array(new Value.Table(spot, array), index, spot) instanceof Value.Table table
                ? Optional.of(table.array())
                : Optional.empty();
    }

    private boolean isNewAxis(Expression one) {
        return one instanceof Expression.None
                || one instanceof Expression.Attribute attribute
                        && attribute.name().equals("newaxis");
    }

    /// Returns the rows whose numbers are given.
    private static NdArray chosen(NdArray array, NdArray places) {
        NdArray.require(places.axes() == 1 && places.isWhole(), "This index cannot be followed here.");
        double[] given = places.toArray();
        boolean mask =
                given.length == array.shape()[0] && Arrays.stream(given).allMatch(place -> place == 0 || place == 1);
        NdArray.require(!mask, "A choice of rows by yes and no cannot be followed here. Write the rows themselves.");
        int[] rows = Arrays.stream(given).mapToInt(place -> (int) place).toArray();
        return array.rows(rows);
    }

    private Value standIn(Value.StandIn standIn, Expression index, Spot spot) {
        List<Expression> all = axes(index);
        Optional<List<Integer>> shape = standIn.shape()
                .filter(lengths -> all.size() <= lengths.size())
                .flatMap(lengths -> {
                    List<Integer> left = new ArrayList<>();
                    for (int axis = 0; axis < lengths.size(); axis++) {
                        if (axis >= all.size()) {
                            left.add(lengths.get(axis));
                        } else if (all.get(axis) instanceof Expression.Slice slice) {
                            boolean known = lengths.get(axis) >= 0;
                            left.add(known ? part(slice, lengths.get(axis)).length : -1);
                        } else if (!(evaluate.apply(all.get(axis)) instanceof Value.Num)) {
                            return Optional.empty();
                        }
                    }
                    return Optional.of(left);
                });
        return new Value.StandIn(spot, shape, standIn.origin());
    }
}
