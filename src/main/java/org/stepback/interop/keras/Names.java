package org.stepback.interop.keras;

import java.util.List;
import java.util.function.Function;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.KerasNames;
import org.stepback.interop.python.PythonException;

/// Finds the things of the lab that the program's values name.
final class Names {
    private Names() {}

    /// Returns the thing of that name.
    ///
    /// @param what what the things are called, such as `loss`
    /// @param value a text, a name of a library, or a call whose arguments are not looked at
    /// @throws PythonException with the nearest known name
    static <T> T named(String what, Value value, List<T> all, Function<T, String> name) {
        String typed =
                switch (value) {
                    case Value.Text text -> text.value().strip();
                    case Value.Reference known -> known.last();
                    case Made made -> made.name();
                    case Value.Own own
                    when isHalfSquaredError(own) -> own.block().name();
                    default -> throw value.refusal("Here must be the name of the " + what);
                };
        return KerasNames.find(typed, all, name)
                .orElseThrow(() -> new PythonException(
                        value.spot(),
                        NameSuggestions.unknown(
                                what, typed, all.stream().map(name).toList())));
    }

    /// The one function of a program's own that is known: exports write it.
    private static boolean isHalfSquaredError(Value.Own own) {
        String body = own.block().words().replace(" ", "");
        return KerasNames.HALF_SQUARED_ERROR
                .replaceAll("#.*", "")
                .replaceAll("\\s", "")
                .equals(body);
    }
}
