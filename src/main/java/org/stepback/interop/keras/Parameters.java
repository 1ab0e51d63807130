package org.stepback.interop.keras;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The names of a function's arguments, so that no other argument is dropped.
///
/// @param positions the names of the arguments after the first, by their positions; one may have several names
/// @param keywords the names of arguments that have no position
record Parameters(List<Set<String>> positions, Set<String> keywords) {
    /// Arguments that change no number.
    private static final Set<String> CHANGE_NOTHING = Set.of("name", "copy", "subok", "trainable");

    /// @param positions with blanks between them, and `|` between two names of one
    static Parameters of(String positions, String... keywords) {
        return new Parameters(
                Arrays.stream(positions.split(" "))
                        .filter(names -> !names.isEmpty())
                        .map(names -> Set.of(names.split("\\|")))
                        .toList(),
                Set.of(keywords));
    }

    /// Returns the first argument that is none of these. The very first may have any name of its own.
    Optional<Made.Argument> other(CallValues arguments) {
        int unnamed = 0;
        for (int i = 0; i < arguments.all().size(); i++) {
            Optional<String> keyword = arguments.all().get(i).keyword();
            unnamed += keyword.isEmpty() ? 1 : 0;
            boolean first = i == 0;
            boolean fits = keyword.map(name -> isKnown(name) != first).orElse(unnamed <= positions.size() + 1);
            if (!fits) {
                return Optional.of(arguments.all().get(i));
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(String name) {
        return keywords.contains(name)
                || CHANGE_NOTHING.contains(name)
                || positions.stream().anyMatch(names -> names.contains(name));
    }
}
