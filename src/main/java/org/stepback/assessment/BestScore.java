package org.stepback.assessment;

/// The best of a student's submissions of one exercise.
///
/// @param earned its points
/// @param total the points that could be earned in it
/// @param attempts how many submissions there are
public record BestScore(int earned, int total, int attempts) {}
