package org.stepback.exercise;

/// An edit that mends a problem, for a button at it.
///
/// @param label what the button says, such as `Use binary_crossentropy`
public record Proposal(String label, Edit edit) {}
