package org.stepback.training;

/// Builds a run's setup again from what the database kept of it.
@FunctionalInterface
interface SetupFactory {
    /// @param configuration [RunSetup#configuration]
    /// @throws org.stepback.exercise.RefusedException with a sentence, where the exercise does not give it any more
    /// @throws IllegalArgumentException where the configuration is damaged
    RunSetup setup(String slug, String cell, String configuration);
}
