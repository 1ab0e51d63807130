package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// Python's signs between values, with NumPy's rules for arrays.
final class Arithmetic {
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final int MAX_ITEMS = 10_000;

    private Arithmetic() {}

    /// Returns the value; unknown, with the reason, where it cannot be told.
    static Value of(Spot spot, String operator, Value left, Value right) {
        if (left instanceof Value.Unknown) {
            return left;
        }
        if (right instanceof Value.Unknown) {
            return right;
        }
        if (left instanceof Value.StandIn || right instanceof Value.StandIn) {
            return standIn(spot, left, right);
        }
        try {
            return known(spot, operator, left, right);
        } catch (IllegalArgumentException refused) {
            return Value.unknown(spot, refused.getMessage());
        }
    }

    private static Value standIn(Spot spot, Value left, Value right) {
        Value.StandIn found = left instanceof Value.StandIn one ? one : (Value.StandIn) right;
        Value other = found == left ? right : left;
        boolean number = other instanceof Value.Num || other instanceof Value.Flag;
        return new Value.StandIn(spot, number ? found.shape() : Optional.empty(), found.origin());
    }

    private static Value known(Spot spot, String operator, Value left, Value right) {
        if (left instanceof Value.Table || right instanceof Value.Table) {
            Optional<NdArray> a = array(left);
            Optional<NdArray> b = array(right);
            if (a.isPresent() && b.isPresent()) {
                return table(spot, operator, a.get(), b.get());
            }
        } else if (isNumber(left) && isNumber(right)) {
            return number(spot, operator, left, right);
        } else if (left instanceof Value.Items a) {
            return items(spot, operator, a, right);
        } else if (left instanceof Value.Text a && right instanceof Value.Text b) {
            return text(spot, operator, a.value(), b.value());
        }
        return cannot(spot, operator);
    }

    private static Value cannot(Spot spot, String operator) {
        return Value.unknown(spot, "“" + operator + "” cannot be followed here. Write its result.");
    }

    private static Value text(Spot spot, String operator, String a, String b) {
        return switch (operator) {
            case "==" -> new Value.Flag(spot, a.equals(b));
            case "!=" -> new Value.Flag(spot, !a.equals(b));
            case "+" ->
                a.length() + b.length() > MAX_ITEMS
                        ? Value.unknown(spot, "The text is too long.")
                        : new Value.Text(spot, a + b);
            default -> cannot(spot, operator);
        };
    }

    private static Value items(Spot spot, String operator, Value.Items left, Value right) {
        List<Value> all = new ArrayList<>(left.all());
        if (operator.equals("+") && right instanceof Value.Items more) {
            NdArray.require(all.size() + more.all().size() <= MAX_ITEMS, "The list is too long.");
            all.addAll(more.all());
        } else if (operator.equals("*") && right instanceof Value.Num times && times.whole()) {
            NdArray.require(Math.max(times.value(), 1) * all.size() <= MAX_ITEMS, "The list is too long.");
            all.clear();
            for (int i = 0; i < times.value(); i++) {
                all.addAll(left.all());
            }
        } else {
            return cannot(spot, operator);
        }
        return new Value.Items(spot, all, left.tuple());
    }

    static boolean isNumber(Value value) {
        return value instanceof Value.Num || value instanceof Value.Flag;
    }

    static double number(Value value) {
        return value instanceof Value.Num num ? num.value() : ((Value.Flag) value).value() ? 1 : 0;
    }

    private static boolean isWhole(Value value) {
        return value instanceof Value.Flag || ((Value.Num) value).whole();
    }

    private static Value number(Spot spot, String operator, Value left, Value right) {
        double a = number(left);
        double b = number(right);
        if (operator.equals("and") || operator.equals("or")) {
            return (a != 0) == operator.equals("and") ? right.at(spot) : left.at(spot);
        }
        boolean integers = isWhole(left) && isWhole(right);
        NdArray.require(b != 0 || !Set.of("/", "//", "%").contains(operator), "Here something is divided by 0.");
        double result = operation(operator).applyAsDouble(a, b);
        NdArray.require(Double.isFinite(result), "The result is not a finite number.");
        return COMPARING.contains(operator)
                ? new Value.Flag(spot, result != 0)
                : new Value.Num(spot, result, staysWhole(operator, integers, b));
    }

    private static boolean staysWhole(String operator, boolean integers, double right) {
        return integers && !operator.equals("/") && !(operator.equals("**") && right < 0);
    }

    private static Value table(Spot spot, String operator, NdArray a, NdArray b) {
        Optional<PythonException> spoilt = a.spoilt().or(b::spoilt);
        if (spoilt.isPresent()) {
            return new Value.Unknown(spot, spoilt.get());
        }
        if (operator.equals("@")) {
            return new Value.Table(spot, product(a, b));
        }
        boolean integers = COMPARING.contains(operator)
                || staysWhole(operator, a.isWhole() && b.isWhole(), b.size() == 1 ? b.toArray()[0] : 0);
        NdArray.require(
                !Set.of("//", "%").contains(operator)
                        || !b.isWhole()
                        || DoubleStream.of(b.toArray()).allMatch(x -> x != 0),
                "Here something is divided by 0.");
        return new Value.Table(spot, a.with(b, operation(operator), integers));
    }

    static NdArray product(NdArray a, NdArray b) {
        NdArray.require(
                a.axes() == 2 && b.axes() <= 2 && b.axes() > 0 && a.shape()[1] == b.shape()[0],
                "The shapes of this product do not fit together.");
        int rows = a.shape()[0];
        int inner = a.shape()[1];
        int columns = b.axes() == 2 ? b.shape()[1] : 1;
        NdArray.require((long) rows * inner * columns <= 10L * NdArray.MAX_NUMBERS, "The product is too large.");
        double[] x = a.toArray();
        double[] y = b.toArray();
        double[] all = new double[NdArray.count(rows, columns)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    all[i * columns + j] += x[i * inner + k] * y[k * columns + j];
                }
            }
        }
        int[] shape = b.axes() == 2 ? new int[] {rows, columns} : new int[] {rows};
        return NdArray.of(all, a.isWhole() && b.isWhole(), shape);
    }

    private static DoubleBinaryOperator operation(String operator) {
        return switch (operator) {
            case "+" -> Double::sum;
            case "-" -> (a, b) -> a - b;
            case "*" -> (a, b) -> a * b;
            case "/" -> (a, b) -> a / b;
            case "//" -> (a, b) -> Math.floor(a / b);
            case "%" -> (a, b) -> a - b * Math.floor(a / b);
            case "**" -> StrictMath::pow;
            case "==" -> (a, b) -> a == b ? 1 : 0;
            case "!=" -> (a, b) -> a != b ? 1 : 0;
            case "<" -> (a, b) -> a < b ? 1 : 0;
            case "<=" -> (a, b) -> a <= b ? 1 : 0;
            case ">" -> (a, b) -> a > b ? 1 : 0;
            case ">=" -> (a, b) -> a >= b ? 1 : 0;
            case "&" -> (a, b) -> (long) a & (long) b;
            case "|" -> (a, b) -> (long) a | (long) b;
            case "^" -> (a, b) -> (long) a ^ (long) b;
            default ->
                throw new IllegalArgumentException("“" + operator + "” cannot be followed here. Write its result.");
        };
    }

    /// Returns the array that a value is, or that NumPy makes of numbers and lists; empty where it is something else.
    ///
    /// @throws IllegalArgumentException with a sentence, where the rows are not of the same length
    static Optional<NdArray> array(Value value) {
        return array(value, 0);
    }

    private static Optional<NdArray> array(Value value, int depth) {
        if (value instanceof Value.Table table) {
            return Optional.of(table.array());
        } else if (isNumber(value)) {
            return Optional.of(NdArray.of(new double[] {number(value)}, isWhole(value)));
        } else if (!(value instanceof Value.Items items)
                || depth > 6
                || items.all().isEmpty()) {
            return Optional.empty();
        } else {
            return joined(items.all(), depth);
        }
    }

    private static Optional<NdArray> joined(List<Value> all, int depth) {
        List<NdArray> parts = new ArrayList<>();
        long numbers = 0;
        for (Value one : all) {
            Optional<NdArray> part = array(one, depth + 1);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            NdArray.require(
                    Arrays.equals(
                            part.get().shape(),
                            parts.isEmpty()
                                    ? part.get().shape()
                                    : parts.getFirst().shape()),
                    "The rows of this array are not of the same length.");
            if (part.get().spoilt().isPresent()) {
                throw part.get().spoilt().get();
            }
            numbers += part.get().size();
            NdArray.require(
                    numbers <= NdArray.MAX_NUMBERS, "An array has at most " + NdArray.MAX_NUMBERS + " numbers here.");
            parts.add(part.get());
        }
        return Optional.of(
                NdArray.joined(parts.stream().map(part -> part.expanded(0)).toList(), 0));
    }
}
