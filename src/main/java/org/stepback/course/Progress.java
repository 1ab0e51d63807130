package org.stepback.course;

/// A student's progress in one exercise.
///
/// @param earned the points of the best submission; 0 before the first
/// @param total the points that could be earned in it; before the first submission, those of the exercise as it is now
/// @param attempts how many submissions there are
/// @param started whether the student has edited or submitted anything yet
public record Progress(int earned, int total, int attempts, boolean started) {}
