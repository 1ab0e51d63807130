package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The arguments of a function of arrays, by their position or name.
record CallValues(List<Made.Argument> all) {
    Optional<Value> get(int position, String name) {
        return all.stream()
                .filter(argument -> argument.keyword().filter(name::equals).isPresent())
                .findFirst()
                .or(() -> positions().skip(position).findFirst())
                .map(Made.Argument::value)
                .filter(value -> !(value instanceof Value.None));
    }

    Stream<Made.Argument> positions() {
        return all.stream().filter(argument -> argument.keyword().isEmpty());
    }

    /// Returns the names of arguments that are none of these.
    Optional<Made.Argument> other(Set<String> known) {
        return all.stream()
                .filter(argument ->
                        argument.keyword().filter(name -> !known.contains(name)).isPresent())
                .findFirst();
    }

    Optional<NdArray> first() {
        return all.isEmpty()
                ? Optional.empty()
                : Arithmetic.array(all.getFirst().value());
    }

    Optional<NdArray> array(int position, String name) {
        return get(position, name).flatMap(Arithmetic::array);
    }

    Optional<Double> number(int position, String name) {
        return get(position, name).filter(Arithmetic::isNumber).map(Arithmetic::number);
    }

    int axis(int position, int usual) {
        return number(position, "axis").map(axis -> (int) Math.round(axis)).orElse(usual);
    }

    Optional<int[]> shape(int position) {
        return get(position, "shape").map(value -> {
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
