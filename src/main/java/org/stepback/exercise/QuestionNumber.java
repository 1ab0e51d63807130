package org.stepback.exercise;

/// The place of a graded cell among all graded cells of its exercise.
///
/// @param number 1 for the first
/// @param of how many there are
public record QuestionNumber(int number, int of) {
    /// Returns the words at the cell itself: `Question 3 of 9`.
    public String shown() {
        return "Question " + number + " of " + of;
    }

    /// Returns the words in a sentence about it: `question 3`.
    public String named() {
        return "question " + number;
    }
}
