package org.stepback.interop.keras;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The type of an array's numbers: with a fraction, whole, or yes and no.
final class NumberType {
    private NumberType() {}

    /// Returns the array as numbers of the type that is given, if any.
    static NdArray typed(NdArray array, Optional<Value> type) {
        return type.map(NumberType::name).map(name -> typed(array, name)).orElse(array);
    }

    private static String name(Value type) {
        String name = type instanceof Value.Text text
                ? text.value()
                : type instanceof Value.Reference reference ? reference.last() : "";
        return name.toLowerCase(Locale.ROOT);
    }

    private static NdArray typed(NdArray array, String name) {
        if (name.startsWith("float") || name.equals("double")) {
            return array.as(false);
        } else if (name.startsWith("int") || name.startsWith("uint")) {
            NdArray.require(
                    !name.startsWith("u") || DoubleStream.of(array.toArray()).allMatch(x -> x >= 0),
                    "Numbers below 0 do not fit the type " + name + ".");
            return array.as(true);
        } else if (name.startsWith("bool")) {
            return array.map(x -> x == 0 ? 0 : 1, true);
        }
        throw new IllegalArgumentException("This type of numbers is not known here. Write float32, int or bool.");
    }
}
