package org.stepback.exercise.yaml;

/// Something wrong at a place.
///
/// @param path the way there from the top of what was read, such as `layers[1].units`
public record Finding(SourcePosition place, String path, String message) {}
