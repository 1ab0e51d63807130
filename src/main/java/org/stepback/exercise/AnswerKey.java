package org.stepback.exercise;

import java.util.List;
import java.util.Optional;

/// The grading and the solution of an exercise; they stay on the server.
///
/// Nothing that a browser sees leads here, and the text forms of this type and its parts hide what they hold, so
/// that no log line gives an answer away.
///
/// @param checks one for each graded cell, in the order of the cells
public record AnswerKey(List<Check> checks, Solution solution) {
    public AnswerKey {
        checks = List.copyOf(checks);
    }

    public Optional<Check> check(String cell) {
        return checks.stream().filter(check -> check.cell().equals(cell)).findFirst();
    }

    @Override
    public String toString() {
        return "AnswerKey[hidden]";
    }
}
