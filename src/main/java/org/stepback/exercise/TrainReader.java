package org.stepback.exercise;

import java.util.List;
import org.stepback.nn.Loss;
import org.stepback.nn.Optimizer;

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
                optimizer(fields.slot("optimizer")),
                (int) fields.slot("batch_size").whole(BATCH, DEFAULT_BATCH),
                (int) fields.slot("epochs").whole(EPOCHS),
                fields.slot("shuffle").flag(true),
                fields.slot("seed").whole(Range.SEED, 0),
                CellFields.access(fields, FIELDS));
        fields.done();
        return train;
    }

    /// `adam` with Keras's defaults, or `{adam: {learning_rate: 0.01}}`.
    private static Optimizer optimizer(Slot slot) {
        if (!(slot.node() instanceof Node.Mapping mapping)) {
            return slot.named("optimizer", Optimizer.ALL, Optimizer::name);
        }
        Fields fields = slot.fields("");
        if (mapping.entries().size() != 1) {
            slot.refuse(slot.subject() + " must be one, such as \"adam: {learning_rate: 0.01}\". Here are "
                    + mapping.entries().size() + ".");
            return Optimizer.ALL.getFirst();
        }
        String name = mapping.entries().keySet().iterator().next();
        Node keyNode = new Node.Scalar(mapping.entries().get(name).place(), name, false);
        Optimizer optimizer = new Slot(keyNode, slot.path(), slot.subject(), slot.findings())
                .named("optimizer", Optimizer.ALL, Optimizer::name);
        Slot settings = fields.slot(name);
        boolean plain = settings.node() instanceof Node.Scalar scalar && scalar.isNull();
        return plain || !optimizer.name().equals(name) ? optimizer : tuned(optimizer, settings.fields(""));
    }

    private static Optimizer tuned(Optimizer optimizer, Fields settings) {
        int before = settings.self().findings().count();
        double[] values = optimizer.hyperparameters().stream()
                .mapToDouble(h -> settings.slot(h.name()).number(Range.of(h), h.value()))
                .toArray();
        settings.done();
        boolean sound = settings.self().findings().count() == before;
        return sound ? optimizer.withValues(values) : optimizer;
    }
}
