package org.stepback.interop.export;

import java.util.Optional;
import org.stepback.exercise.RefusedException;
import org.stepback.interop.Recipe;

/// A training as a Python program that repeats it: same starting weights, same samples, same settings.
///
/// @param code the program
/// @param numbers what the program reads from a file beside it, where it has too many numbers to hold them itself
public record Export(String code, Optional<String> numbers) {
    /// Writes a training down.
    ///
    /// @param numbersFile the name of the file beside the program, for a program that needs one
    /// @throws RefusedException with a sentence, where the framework cannot do what the
    ///     training does, or where the training itself is impossible
    public static Export of(Recipe recipe, Framework framework, String numbersFile) {
        recipe.trainer(); // refuses what could not be trained
        Numbers numbers = Numbers.of(recipe, numbersFile);
        String code =
                switch (framework) {
                    case KERAS -> new KerasCode(recipe, numbers).text();
                    case PYTORCH -> new PytorchCode(recipe, numbers).text();
                    case NUMPY -> new NumpyCode(recipe, numbers).text();
                };
        return new Export(code, numbers.file());
    }
}
