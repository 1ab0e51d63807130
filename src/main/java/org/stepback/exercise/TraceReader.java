package org.stepback.exercise;

import java.util.List;

/// Reads `trace` cells.
final class TraceReader {
    static final List<String> FIELDS = List.of("train", "step", "sample");

    private static final Range STEP = Range.whole(1, 1_000_000_000_000L, "1");
    private static final Range SAMPLE = Range.whole(0, TrainReader.MOST_BATCH, "1");

    private TraceReader() {}

    static Cell.Trace read(String id, Fields fields, Surroundings surroundings) {
        Cell.Trace trace = new Cell.Trace(
                id,
                surroundings.reference(fields.slot("train"), Kind.TRAIN),
                fields.slot("step").whole(STEP, 1),
                (int) fields.slot("sample").whole(SAMPLE, 1),
                CellFields.access(fields, FIELDS));
        fields.done();
        return trace;
    }
}
