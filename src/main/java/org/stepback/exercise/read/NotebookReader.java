package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.data.CsvFile;
import org.stepback.exercise.Cell;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Kind;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.exercise.read.ExerciseText.Fence;
import org.stepback.exercise.read.ExerciseText.Part;
import org.stepback.exercise.read.ExerciseText.Prose;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.SourcePosition;

/// Reads the cells of an exercise's text, each by itself and then all of them against each other.
final class NotebookReader {
    private static final int LONGEST_PROSE = 30_000;

    private final Map<String, CsvFile> tables;
    private final Set<String> brokenTables;
    private final Findings findings;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Map<String, SourcePosition>> places = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    /// @param brokenTables the files that a cell may name, but that could not be read
    NotebookReader(Map<String, CsvFile> tables, Set<String> brokenTables, Findings findings) {
        this.tables = tables;
        this.brokenTables = brokenTables;
        this.findings = findings;
    }

    /// Reads all the cells that are sound.
    List<Cell> read(List<Part> parts) {
        Map<String, Kind> later = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part instanceof Fence fence) {
                later.put(fence.id(), fence.kind());
            }
        }
        for (Part part : parts) {
            switch (part) {
                case Prose prose -> read(prose);
                case Fence fence -> {
                    later.remove(fence.id());
                    read(fence, new CellScope(tables, brokenTables, kinds, later));
                    kinds.put(fence.id(), fence.kind());
                }
            }
        }
        CellCompatibility.problems(cells, tables)
                .forEach((id, misfits) -> misfits.forEach(misfit -> report(id, misfit)));
        return cells;
    }

    /// Returns every cell that the text names, sound or not.
    Map<String, Kind> kinds() {
        return kinds;
    }

    /// Returns the text of each fenced block, by the cell's id.
    Map<String, String> texts() {
        return texts;
    }

    private void read(Prose prose) {
        if (prose.markdown().length() > LONGEST_PROSE) {
            findings.add(
                    prose.place(),
                    "The prose between two cells has at most " + LONGEST_PROSE + " characters. This has "
                            + prose.markdown().length() + ".");
            return;
        }
        Markdown.check(prose.markdown(), prose.place(), findings);
        cells.add(new Cell.Prose(prose.id(), prose.markdown()));
    }

    private void read(Fence fence, CellScope surroundings) {
        texts.put(fence.id(), fence.yaml());
        Optional<Node> node = NodeParser.yaml(fence.yaml(), fence.content(), findings);
        node.flatMap(found -> CellReader.read(fence.kind(), fence.id(), found, surroundings, findings))
                .ifPresent(cells::add);
        Map<String, SourcePosition> own = new HashMap<>();
        own.put("", fence.fence());
        if (node.isPresent() && node.get() instanceof Node.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> own.put(key, entry.value().place()));
        }
        places.put(fence.id(), own);
    }

    private void report(String id, FieldProblem misfit) {
        Map<String, SourcePosition> own = places.get(id);
        findings.add(own.getOrDefault(misfit.field(), own.get("")), misfit.path(), misfit.message());
    }
}
