package org.stepback.exercise;

import java.util.Optional;
import java.util.OptionalInt;

/// The front matter of an exercise, but for its title and its summary.
///
/// @param minutes about how long it takes, 1 to 240
/// @param hidesDiagnoses whether a run's diagnosis stays hidden until the questions that ask for it are right
public record Frame(OptionalInt minutes, boolean hidesDiagnoses) {
    public static final Frame NONE = new Frame(OptionalInt.empty(), false);

    /// Returns how long it takes in words, such as `about 25 min`.
    public Optional<String> time() {
        return minutes.stream().mapToObj(about -> "about " + about + " min").findFirst();
    }
}
