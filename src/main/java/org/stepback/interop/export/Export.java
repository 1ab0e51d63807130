package org.stepback.interop.export;

import java.util.List;
import java.util.Optional;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.training.TrainingSpec;

/// A training as a Python program that repeats it: same starting weights, same samples, same settings.
///
/// @param code the program
/// @param numbers what the program reads from a file beside it, where it has too many numbers to hold them itself
public record Export(String code, Optional<String> numbers) {
    /// Writes a training down, of which every weight learns but those of frozen layers.
    ///
    /// @throws RefusedException as [#of(TrainingSpec, List, Framework, String)]
    public static Export of(TrainingSpec spec, Framework framework, String numbersFile) {
        return of(spec, List.of(), framework, numbersFile);
    }

    /// Writes a training down.
    ///
    /// @param frozen what no update changes, in layers that are not frozen as a whole
    /// @param numbersFile the name of the file beside the program, for a program that needs one
    /// @throws RefusedException with a sentence, where the framework cannot do what the
    ///     training does, or where the training itself is impossible
    public static Export of(TrainingSpec spec, List<FrozenWeight> frozen, Framework framework, String numbersFile) {
        spec.trainer(); // refuses what could not be trained
        Numbers numbers = Numbers.of(spec, numbersFile);
        Freezing freezing = new Freezing(spec, frozen);
        String code =
                switch (framework) {
                    case KERAS -> new KerasCode(spec, numbers, freezing).text();
                    case PYTORCH -> new PytorchCode(spec, numbers, freezing).text();
                    case NUMPY -> new NumpyCode(spec, numbers, freezing).text();
                };
        return new Export(code, numbers.file());
    }

    /// Returns the program for a place that is no file, such as a notebook's cell: it looks for its numbers where it
    /// runs.
    String codeOfCell() {
        return code.replace("pathlib.Path(__file__).with_name(", "pathlib.Path(");
    }
}
