package org.stepback.interop.keras;

import java.util.List;
import java.util.Optional;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// A use of a library that is not followed.
///
/// @param what is used, for a sentence
record LibraryUse(String what) {
    /// Returns numbers that stand in, where none of the program's own went into it; else something unknown.
    Value of(List<Made.Argument> arguments, Spot spot) {
        Optional<Value> unknown = arguments.stream()
                .map(argument -> Unfollowed.in(argument.value()))
                .flatMap(Optional::stream)
                .filter(Value.Unknown.class::isInstance)
                .findFirst();
        boolean numbers = arguments.stream().anyMatch(argument -> Unfollowed.hasNumbers(argument.value()));
        return unknown.orElseGet(() ->
                numbers ? new Value.Unknown(spot, refusal(spot)) : new Value.StandIn(spot, Optional.empty(), what));
    }

    PythonException refusal(Spot spot) {
        String rows = what.startsWith("train_test_split")
                ? " It mixes the rows. Write fit(x, y, validation_split=0.2) with all rows."
                : " Write the numbers as they are after it.";
        return new PythonException(spot, "What " + what + " makes of the numbers cannot be followed." + rows);
    }
}
