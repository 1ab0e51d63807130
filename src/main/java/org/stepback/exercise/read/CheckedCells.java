package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.data.CsvFile;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Proposal;
import org.stepback.exercise.Shape;
import org.stepback.nn.Architecture;

/// The cells of a notebook by their ids, with the shapes of their data, and the problems that are found in them.
final class CheckedCells {
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, CsvFile> tables;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, List<FieldProblem>> problems = new LinkedHashMap<>();

    CheckedCells(List<Cell> all, Map<String, CsvFile> tables) {
        this.tables = tables;
        for (Cell cell : all) {
            cells.put(cell.id(), cell);
            if (cell instanceof Cell.Data data) {
                shapes.put(data.id(), Shape.of(data.source(), tables));
            }
        }
    }

    /// Returns the problems by cell id.
    Map<String, List<FieldProblem>> problems() {
        return problems;
    }

    Optional<Cell.Net> network(Cell.Train train) {
        return cells.get(train.network()) instanceof Cell.Net net ? Optional.of(net) : Optional.empty();
    }

    Optional<Cell.Train> training(Cell.Trace trace) {
        return cells.get(trace.train()) instanceof Cell.Train train ? Optional.of(train) : Optional.empty();
    }

    /// Returns the output of a network, where the shape of its data is known.
    Optional<Architecture.Output> output(Cell.Net net) {
        return shape(net.input()).map(shape -> net.architecture(shape.inputs()).output());
    }

    /// Returns the samples of a data cell, which takes time.
    Dataset dataset(Cell.Data data) {
        return data.source().dataset(tables);
    }

    Shape shape(Cell.Data data) {
        return shapes.get(data.id());
    }

    Optional<Shape> shape(String data) {
        return Optional.ofNullable(shapes.get(data));
    }

    Optional<Cell.Data> data(String id) {
        return cells.get(id) instanceof Cell.Data data ? Optional.of(data) : Optional.empty();
    }

    void report(Cell cell, String field, String message) {
        report(cell, field, field, message, Optional.empty());
    }

    void report(Cell cell, String field, String path, String message, Optional<Proposal> proposal) {
        List<FieldProblem> known = problems.computeIfAbsent(cell.id(), id -> new ArrayList<>());
        FieldProblem problem = new FieldProblem(field, path, message, proposal);
        if (!known.contains(problem)) {
            known.add(problem);
        }
    }
}
