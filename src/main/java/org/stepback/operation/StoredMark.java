package org.stepback.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/// The mark of how far an H2 file was written. H2 opens a file that was cut short as it was at an earlier time, and
/// says nothing; the mark, which lies in a file of its own, shows it. See
/// src/docs/decisions/0017-a-mark-says-how-far-a-file-was-written.md.
///
/// @param made when the file was made, in milliseconds, which is the same in all its states and copies
/// @param version of its contents, which grows by each commit
/// @param at when it had come so far
record StoredMark(long made, long version, Instant at) {
    /// Reads what the database's file itself holds.
    ///
    /// @throws MVStoreException where it is damaged, or open elsewhere
    static StoredMark in(Path file) {
        MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open();
        try {
            return of(store, lastWritten(store));
        } finally {
            store.closeImmediately();
        }
    }

    static StoredMark of(MVStore store, Instant at) {
        return new StoredMark(made(store), store.getCurrentVersion(), at);
    }

    private static long made(MVStore store) {
        return DataUtils.readHexLong(store.getStoreHeader(), "created", 0);
    }

    /// Each chunk of the file says when it was written, in milliseconds since the file was made.
    private static Instant lastWritten(MVStore store) {
        long last = store.getLayoutMap().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("chunk."))
                .mapToLong(entry -> field(entry.getValue(), "time"))
                .max()
                .orElse(0);
        return Instant.ofEpochMilli(made(store) + last);
    }

    private static long field(String chunk, String name) {
        for (String field : chunk.split(",")) {
            if (field.startsWith(name + ":")) {
                return Long.parseLong(field.substring(name.length() + 1), 16);
            }
        }
        return 0;
    }

    /// Returns the mark that was left next to a database; empty where there is none that can be read.
    static Optional<StoredMark> left(DatabaseFile data) {
        try {
            List<String> lines = Files.readAllLines(data.mark());
            return Optional.of(new StoredMark(
                    Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)), Instant.parse(lines.get(2))));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void leave(DatabaseFile data) throws IOException {
        Path part = data.mark().resolveSibling(data.mark().getFileName() + ".part");
        Files.write(part, List.of(Long.toString(made), Long.toString(version), at.toString()));
        Files.move(part, data.mark(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
