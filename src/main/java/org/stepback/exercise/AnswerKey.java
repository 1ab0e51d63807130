package org.stepback.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The grading and the solution of an exercise; they stay on the server.
///
/// Nothing that a browser sees leads here, and the text forms of this type and its parts hide what they hold, so
/// that no log line gives an answer away.
///
/// @param checks one for each graded cell, in the order of the cells
/// @param explanations why a right answer is right, as Markdown, by cell; a cell may have none
public record AnswerKey(List<Check> checks, Map<String, String> explanations, Solution solution) {
    public AnswerKey {
        checks = List.copyOf(checks);
        explanations = Map.copyOf(explanations);
    }

    /// Returns a key without explanations.
    public AnswerKey(List<Check> checks, Solution solution) {
        this(checks, Map.of(), solution);
    }

    public Optional<Check> check(String cell) {
        return checks.stream().filter(check -> check.cell().equals(cell)).findFirst();
    }

    @Override
    public String toString() {
        return "AnswerKey[hidden]";
    }
}
