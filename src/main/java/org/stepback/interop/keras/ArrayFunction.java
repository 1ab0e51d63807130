package org.stepback.interop.keras;

import java.util.Optional;
import java.util.function.Function;

/// A function of arrays.
///
/// @param value of a call; empty where it cannot be followed with these arguments
record ArrayFunction(Parameters parameters, Function<CallValues, Optional<NdArray>> value) {
    static ArrayFunction of(String parameters, Function<CallValues, Optional<NdArray>> value) {
        return new ArrayFunction(Parameters.of(parameters), value);
    }
}
