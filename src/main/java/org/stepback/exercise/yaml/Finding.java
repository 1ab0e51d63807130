package org.stepback.exercise.yaml;

import java.util.Optional;
import org.stepback.exercise.Proposal;

/// Something wrong at a place.
///
/// @param path the way there from the top of what was read, such as `layers[1].units`
/// @param proposal an edit that mends it, if there is one to offer
public record Finding(SourcePosition place, String path, String message, Optional<Proposal> proposal) {
    public Finding(SourcePosition place, String path, String message) {
        this(place, path, message, Optional.empty());
    }
}
