package org.stepback.exercise;

/// Something wrong at a place.
///
/// @param path the way there from the top of what was read, such as `layers[1].units`
record Finding(Place place, String path, String message) {}
