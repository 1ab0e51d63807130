package org.stepback.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An exercise as one student has it: the author's cells with the student's edits applied.
///
/// A cell with an edit that cannot be read keeps the author's version and has its problems listed. A cell that
/// reads well but does not fit another one (an output that does not fit the loss, say) is the student's version,
/// with its problems listed.
///
/// @param cells in the exercise's order
/// @param problems by cell id; a cell without problems is not in it
/// @param answers what was typed at each question, by cell id; a question without an answer is not in it
public record Resolved(List<Cell> cells, Map<String, List<FieldProblem>> problems, Map<String, String> answers) {
    public Resolved {
        cells = List.copyOf(cells);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        answers = Map.copyOf(answers);
    }

    public Optional<Cell> cell(String id) {
        return cells.stream().filter(cell -> cell.id().equals(id)).findFirst();
    }

    public List<FieldProblem> problems(String cell) {
        return problems.getOrDefault(cell, List.of());
    }

    public Optional<String> answer(String cell) {
        return Optional.ofNullable(answers.get(cell));
    }

    /// Returns everything that keeps a train cell from running, also one that can't be read.
    public List<FieldProblem> obstacles(String train) {
        return cell(train).orElse(null) instanceof Cell.Train known ? obstacles(known) : problems(train);
    }

    /// Returns everything that keeps a train cell from running: its own problems, its network's and its data's.
    public List<FieldProblem> obstacles(Cell.Train train) {
        List<FieldProblem> obstacles = new ArrayList<>(problems(train.id()));
        obstacles.addAll(problems(train.network()));
        obstacles.addAll(problems(train.data()));
        return obstacles;
    }
}
