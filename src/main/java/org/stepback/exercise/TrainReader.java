package org.stepback.exercise;

import java.util.List;
import org.stepback.nn.Loss;

/// Reads `train` cells.
final class TrainReader {
    static final List<String> FIELDS =
            List.of("network", "data", "loss", "optimizer", "batch_size", "epochs", "shuffle", "seed");

    private static final Range BATCH = Range.whole(1, 4096, "32");
    private static final Range EPOCHS = Range.whole(1, 10_000, "40");
    private static final int DEFAULT_BATCH = 32;

    private TrainReader() {}

    static Cell.Train read(String id, Fields fields, Surroundings surroundings) {
        Cell.Train train = new Cell.Train(
                id,
                surroundings.reference(fields.slot("network"), Kind.NETWORK),
                surroundings.reference(fields.slot("data"), Kind.DATA),
                fields.slot("loss").named("loss", Loss.ALL, Loss::name),
                OptimizerReader.read(fields.slot("optimizer")),
                (int) fields.slot("batch_size").whole(BATCH, DEFAULT_BATCH),
                (int) fields.slot("epochs").whole(EPOCHS),
                fields.slot("shuffle").flag(true),
                fields.slot("seed").whole(Range.SEED, 0),
                CellFields.access(fields, FIELDS));
        fields.done();
        return train;
    }
}
