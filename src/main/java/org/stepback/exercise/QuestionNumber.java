package org.stepback.exercise;

import java.util.ArrayList;
import java.util.List;

/// The place of a graded cell among all graded cells of its exercise.
///
/// @param number 1 for the first
/// @param of how many there are
public record QuestionNumber(int number, int of) {
    /// Returns the words at the cell itself: `Question 3 of 9`.
    public String shown() {
        return "Question " + number + " of " + of;
    }

    /// Lists numbers in words, neighbours as a range: `1, 3–5 and 8`.
    ///
    /// @param numbers rising
    public static String listed(int... numbers) {
        List<String> parts = new ArrayList<>();
        for (int from = 0, to; from < numbers.length; from = to + 1) {
            to = from;
            while (to + 1 < numbers.length && numbers[to + 1] == numbers[to] + 1) {
                to++;
            }
            if (to == from + 1) {
                parts.add(String.valueOf(numbers[from]));
            }
            parts.add(to > from + 1 ? numbers[from] + "–" + numbers[to] : String.valueOf(numbers[to]));
        }
        String last = parts.removeLast();
        return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
    }

    /// Returns the words in a sentence about it: `question 3`.
    public String named() {
        return "question " + number;
    }
}
