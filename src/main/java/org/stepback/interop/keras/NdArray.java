package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.stepback.interop.python.PythonException;

/// An array as NumPy has it: parts of an array share its numbers, so that a change of one is seen in the other.
final class NdArray {
    /// Numbers of one array; more cannot be held in a cell, nor in a step towards one.
    static final int MAX_NUMBERS = 100_000;

    private static final int MAX_AXES = 8;

    /// Numbers that several arrays look at.
    private static final class Numbers {
        private final double[] all;
        private Optional<PythonException> spoilt = Optional.empty();

        Numbers(double[] all) {
            this.all = all;
        }
    }

    private final Numbers numbers;
    private final int offset;
    private final int[] shape;
    private final int[] strides;
    private final boolean whole;

    private NdArray(Numbers numbers, int offset, int[] shape, int[] strides, boolean whole) {
        this.numbers = numbers;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
        this.whole = whole;
    }

    /// Returns an array of numbers in their order, the last axis fastest.
    ///
    /// @param whole whether they are integers
    static NdArray of(double[] numbers, boolean whole, int... shape) {
        return new NdArray(new Numbers(numbers), 0, shape.clone(), strides(shape), whole);
    }

    /// Returns how many numbers an array of this shape has.
    ///
    /// @throws IllegalArgumentException with a sentence, where they are too many
    static int count(int... shape) {
        long count = 1;
        for (int length : shape) {
            require(length >= 0, "An array has no length below 0.");
            count *= length;
            require(count <= MAX_NUMBERS, "An array has at most " + MAX_NUMBERS + " numbers here.");
        }
        require(shape.length <= MAX_AXES, "An array has at most " + MAX_AXES + " axes here.");
        return (int) count;
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= shape[axis];
        }
        return strides;
    }

    int[] shape() {
        return shape.clone();
    }

    int axes() {
        return shape.length;
    }

    int size() {
        return count(shape);
    }

    boolean isWhole() {
        return whole;
    }

    Optional<PythonException> spoilt() {
        return numbers.spoilt;
    }

    /// Says that the numbers are no longer known.
    void spoil(PythonException why) {
        numbers.spoilt = numbers.spoilt.or(() -> Optional.of(why));
    }

    /// Returns the numbers in their order.
    double[] toArray() {
        int[] places = places();
        double[] all = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            all[i] = numbers.all[places[i]];
        }
        return all;
    }

    /// Returns where each of the numbers lies.
    private int[] places() {
        int[] places = new int[size()];
        int[] index = new int[shape.length];
        for (int i = 0; i < places.length; i++) {
            int place = offset;
            for (int axis = 0; axis < shape.length; axis++) {
                place += index[axis] * strides[axis];
            }
            places[i] = place;
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return places;
    }

    NdArray copy() {
        return of(toArray(), whole, shape);
    }

    NdArray as(boolean integers) {
        return of(integers ? Arrays.stream(toArray()).map(NdArray::cut).toArray() : toArray(), integers, shape);
    }

    private static double cut(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    NdArray map(DoubleUnaryOperator function, boolean integers) {
        return of(Arrays.stream(toArray()).map(function).toArray(), integers, shape);
    }

    /// Returns the array in another shape; −1 stands for the length that fits.
    NdArray reshape(int... wanted) {
        int[] fitting = wanted.clone();
        int free = IntStream.range(0, wanted.length)
                .filter(axis -> wanted[axis] == -1)
                .findFirst()
                .orElse(-1);
        if (free >= 0) {
            fitting[free] = 1;
            int rest = count(fitting);
            require(rest > 0 && size() % rest == 0, mismatch(wanted));
            fitting[free] = size() / rest;
        }
        require(count(fitting) == size(), mismatch(wanted));
        return Arrays.equals(strides, strides(shape))
                ? new NdArray(numbers, offset, fitting, strides(fitting), whole)
                : of(toArray(), whole, fitting);
    }

    private String mismatch(int... wanted) {
        return "An array of " + size() + " numbers does not fit the shape " + Arrays.toString(wanted) + ".";
    }

    NdArray transposed() {
        int axes = shape.length;
        return new NdArray(
                numbers,
                offset,
                IntStream.range(0, axes).map(axis -> shape[axes - 1 - axis]).toArray(),
                IntStream.range(0, axes).map(axis -> strides[axes - 1 - axis]).toArray(),
                whole);
    }

    /// Returns the part at one place of an axis, which falls away.
    NdArray at(int axis, int place) {
        int length = shape[axis];
        require(place >= -length && place < length, "There is no place " + place + " in an axis of " + length + ".");
        return new NdArray(
                numbers,
                offset + Math.floorMod(place, length) * strides[axis],
                without(shape, axis),
                without(strides, axis),
                whole);
    }

    private static int[] without(int[] all, int axis) {
        return IntStream.range(0, all.length)
                .filter(i -> i != axis)
                .map(i -> all[i])
                .toArray();
    }

    /// Returns the part from one place of an axis up to, but not including, another.
    NdArray slice(int axis, int from, int step, int length) {
        int[] newShape = shape.clone();
        int[] newStrides = strides.clone();
        newShape[axis] = length;
        newStrides[axis] = strides[axis] * step;
        return new NdArray(numbers, offset + (length == 0 ? 0 : from * strides[axis]), newShape, newStrides, whole);
    }

    /// Returns the array with a further axis of length 1.
    NdArray expanded(int axis) {
        require(axis >= 0 && axis <= shape.length && shape.length < MAX_AXES, "There is no axis " + axis + ".");
        int[] newShape = new int[shape.length + 1];
        int[] newStrides = new int[shape.length + 1];
        for (int i = 0, old = 0; i < newShape.length; i++) {
            newShape[i] = i == axis ? 1 : shape[old];
            newStrides[i] = i == axis ? 0 : strides[old++];
        }
        return new NdArray(numbers, offset, newShape, newStrides, whole);
    }

    /// Returns the array as if it had a larger shape, its numbers again and again, as NumPy broadcasts.
    NdArray broadcast(int... wanted) {
        count(wanted);
        int[] newStrides = new int[wanted.length];
        for (int axis = 0; axis < shape.length; axis++) {
            int to = axis + wanted.length - shape.length;
            require(
                    to >= 0 && (shape[axis] == wanted[to] || shape[axis] == 1),
                    "Arrays of the shapes " + Arrays.toString(shape) + " and " + Arrays.toString(wanted)
                            + " do not fit together.");
            newStrides[to] = shape[axis] == 1 ? 0 : strides[axis];
        }
        return new NdArray(numbers, offset, wanted.clone(), newStrides, whole);
    }

    /// Returns the shape that two arrays have together.
    static int[] together(int[] a, int[] b) {
        int axes = Math.max(a.length, b.length);
        int[] shape = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            int of = axis - axes + a.length < 0 ? 1 : a[axis - axes + a.length];
            int with = axis - axes + b.length < 0 ? 1 : b[axis - axes + b.length];
            shape[axis] = of == 1 ? with : of;
        }
        return shape;
    }

    NdArray with(NdArray other, DoubleBinaryOperator operation, boolean integers) {
        int[] common = together(shape, other.shape);
        double[] a = broadcast(common).toArray();
        double[] b = other.broadcast(common).toArray();
        for (int i = 0; i < a.length; i++) {
            a[i] = operation.applyAsDouble(a[i], b[i]);
        }
        return of(a, integers, common);
    }

    /// Writes numbers into the array, and so into all that share them.
    void set(NdArray values) {
        double[] given = values.broadcast(shape).toArray();
        int[] places = places();
        for (int i = 0; i < places.length; i++) {
            numbers.all[places[i]] = whole ? cut(given[i]) : given[i];
        }
    }

    /// Returns the parts at several places of the first axis.
    NdArray rows(int... places) {
        List<NdArray> rows = new ArrayList<>();
        for (int place : places) {
            rows.add(at(0, place).expanded(0));
        }
        int[] empty = shape.clone();
        empty[0] = 0;
        return rows.isEmpty() ? of(new double[0], whole, empty) : joined(rows, 0);
    }

    /// Returns arrays one behind the other along an axis.
    static NdArray joined(List<NdArray> parts, int axis) {
        int[] shape = parts.getFirst().shape();
        require(axis >= 0 && axis < shape.length, "There is no axis " + axis + ".");
        parts.forEach(part -> require(part.shape.length == shape.length, unlike(parts.getFirst(), part)));
        shape[axis] = parts.stream().mapToInt(part -> part.shape[axis]).sum();
        boolean integers = parts.stream().allMatch(NdArray::isWhole);
        NdArray all = of(new double[count(shape)], integers, shape);
        int from = 0;
        for (NdArray part : parts) {
            int[] other = part.shape();
            other[axis] = shape[axis];
            require(Arrays.equals(other, shape), unlike(parts.getFirst(), part));
            all.slice(axis, from, 1, part.shape[axis]).set(part);
            from += part.shape[axis];
        }
        return all;
    }

    private static String unlike(NdArray a, NdArray b) {
        return "Arrays of the shapes " + Arrays.toString(a.shape) + " and " + Arrays.toString(b.shape)
                + " cannot be joined here.";
    }
}
