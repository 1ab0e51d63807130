package org.stepback.notebook;

import java.util.List;
import java.util.Map;
import org.stepback.exercise.Cell;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;

/// Gives a cell from the palette its first text: something that runs, with the nearest cells above it.
final class NewCell {
    private static final Map<String, String> NAMES =
            Map.of("data", "data", "network", "net", "train", "fit", "trace", "walk", OwnCell.NOTE, "note");

    private NewCell() {}

    /// Returns the name of such a cell, if it is free.
    ///
    /// @throws RefusedException where a student can't add such a cell
    static String name(String kind) {
        if (!OwnCell.KINDS.contains(kind)) {
            throw new RefusedException("A cell of your own is one of " + String.join(", ", OwnCell.KINDS) + ".");
        }
        return NAMES.get(kind);
    }

    /// @param above the cells above it, in the order of the page
    static String text(String kind, List<Cell> above) {
        return switch (kind) {
            case "data" -> "generator: two_moons\nsamples: 400\nnoise: 0.1\nseed: 1\nvalidation_split: 0.2\n";
            case "network" -> """
                    input: %s
                    layers:
                      - dense: {units: 5, activation: relu}
                      - dense: {units: 1, activation: sigmoid}
                    initializer: glorot_uniform
                    seed: 1
                    """.formatted(nearest(above, Cell.Data.class));
            case "train" -> train(above);
            case "trace" -> "train: %s\nstep: 1\nsample: 1\n".formatted(nearest(above, Cell.Train.class));
            default -> "";
        };
    }

    private static String train(List<Cell> above) {
        String network = nearest(above, Cell.Net.class);
        String data = above.stream()
                .filter(cell -> cell.id().equals(network))
                .map(cell -> ((Cell.Net) cell).input())
                .findFirst()
                .orElseGet(() -> nearest(above, Cell.Data.class));
        return """
                network: %s
                data: %s
                loss: binary_crossentropy
                optimizer: {adam: {learning_rate: 0.01}}
                batch_size: 32
                epochs: 40
                seed: 1
                """.formatted(network, data);
    }

    private static String nearest(List<Cell> above, Class<? extends Cell> kind) {
        return above.reversed().stream()
                .filter(kind::isInstance)
                .map(Cell::id)
                .findFirst()
                .orElse("");
    }
}
