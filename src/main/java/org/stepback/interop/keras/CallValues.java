package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The arguments of a function of arrays, by their position or name.
record CallValues(List<Made.Argument> all) {
    /// @param names those that NumPy, TensorFlow and Keras have for it
    Optional<Value> get(int position, String... names) {
        return all.stream()
                .filter(argument ->
                        argument.keyword().filter(List.of(names)::contains).isPresent())
                .findFirst()
                .or(() -> positions().skip(position).findFirst())
                .map(Made.Argument::value)
                .filter(value -> !(value instanceof Value.None));
    }

    Stream<Made.Argument> positions() {
        return all.stream().filter(argument -> argument.keyword().isEmpty());
    }

    Optional<NdArray> first() {
        return all.isEmpty()
                ? Optional.empty()
                : Arithmetic.array(all.getFirst().value());
    }

    Optional<NdArray> array(int position, String... names) {
        return get(position, names).flatMap(Arithmetic::array);
    }

    Optional<Double> number(int position, String... names) {
        return get(position, names).filter(Arithmetic::isNumber).map(Arithmetic::number);
    }

    /// Returns the place of the axis that is given, among so many; axes count from the end where it is below 0.
    int axis(int position, int usual, int axes) {
        Optional<Value> given = get(position, "axis");
        NdArray.require(given.map(Arithmetic::isNumber).orElse(true), "The axis must be one number here.");
        int axis = (int) Math.round(given.map(Arithmetic::number).orElse((double) usual));
        NdArray.require(axis >= -axes && axis < axes, "There is no axis " + axis + ".");
        return Math.floorMod(axis, axes);
    }

    Optional<int[]> shape(int position) {
        return get(position, "shape", "newshape").map(value -> {
            List<Value> all = value instanceof Value.Items items ? items.all() : List.of(value);
            return all.stream()
                    .mapToInt(one -> {
                        NdArray.require(
                                one instanceof Value.Num num
                                        && num.whole()
                                        && Math.abs(num.value()) <= NdArray.MAX_NUMBERS,
                                "A length of an array must be a whole number.");
                        return (int) ((Value.Num) one).value();
                    })
                    .toArray();
        });
    }
}
