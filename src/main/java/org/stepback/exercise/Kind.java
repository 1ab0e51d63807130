package org.stepback.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of cell, by the first word of a fenced block.
public enum Kind {
    PROSE,
    DATA,
    NETWORK,
    TRAIN,
    TRACE,
    NUMBER,
    CHOICE;

    /// The kinds that fenced blocks name.
    public static final List<String> KEYS =
            Stream.of(values()).filter(kind -> kind != PROSE).map(Kind::key).toList();

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isQuestion() {
        return this == NUMBER || this == CHOICE;
    }

    public static Optional<Kind> named(String key) {
        return KEYS.contains(key) ? Optional.of(valueOf(key.toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    public static Kind of(Cell cell) {
        return switch (cell) {
            case Cell.Prose prose -> PROSE;
            case Cell.Data data -> DATA;
            case Cell.Net net -> NETWORK;
            case Cell.Train train -> TRAIN;
            case Cell.Trace trace -> TRACE;
            case Cell.NumberQuestion number -> NUMBER;
            case Cell.ChoiceQuestion choice -> CHOICE;
        };
    }
}
