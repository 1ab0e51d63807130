package org.stepback.interop.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The library that the exported code needs to run.
public enum Framework {
    KERAS,
    PYTORCH,
    NUMPY;

    /// Every name that [#named] knows.
    public static final List<String> NAMES =
            Stream.of(values()).map(Framework::title).toList();

    /// Returns the framework with this name, if there is one.
    public static Optional<Framework> named(String name) {
        return Stream.of(values())
                .filter(framework -> framework.title().equals(name))
                .findFirst();
    }

    /// Its name in small letters.
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
