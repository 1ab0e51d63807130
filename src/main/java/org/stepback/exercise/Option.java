package org.stepback.exercise;

/// One of the texts to choose from.
///
/// @param key what an answer names, such as `b`
public record Option(String key, String text) {}
