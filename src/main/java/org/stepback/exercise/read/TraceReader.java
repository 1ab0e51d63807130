package org.stepback.exercise.read;

import java.util.List;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Kind;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.Range;

/// Reads `trace` cells.
final class TraceReader {
    static final List<String> FIELDS = List.of("train", "step", "sample");

    private static final Range STEP = Range.whole(1, 1_000_000_000_000L, "1");
    private static final Range SAMPLE = Range.whole(0, TrainReader.MOST_BATCH, "1");

    private TraceReader() {}

    static Cell.Trace read(String id, MappingReader fields, CellScope surroundings) {
        Cell.Trace trace = new Cell.Trace(
                id,
                surroundings.reference(fields.slot("train"), Kind.TRAIN),
                fields.slot("step").whole(STEP, 1),
                (int) fields.slot("sample").whole(SAMPLE, 1),
                CellFields.access(fields, FIELDS, surroundings));
        fields.done();
        return trace;
    }
}
