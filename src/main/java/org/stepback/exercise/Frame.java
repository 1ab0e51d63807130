package org.stepback.exercise;

import java.util.OptionalInt;

/// What the front matter of an exercise says of it as a whole, besides its title.
///
/// @param minutes about how long it takes, 1 to 240
/// @param hidesDiagnoses whether a run's diagnosis stays hidden until the questions that ask for it are right
public record Frame(OptionalInt minutes, boolean hidesDiagnoses) {
    public static final Frame NONE = new Frame(OptionalInt.empty(), false);
}
