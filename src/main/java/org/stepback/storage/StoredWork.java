package org.stepback.storage;

import java.util.UUID;

/// What one feature stores of people's work. Each feature counts and deletes the rows of its own tables.
public interface StoredWork {
    /// What a row costs besides its contents.
    int ROW = 500;

    /// Returns how many bytes it stores of a person, by sizes alone.
    long bytes(UUID person);

    /// Deletes for good what belongs to a person's own notebook, which has left the trash.
    default void forget(UUID person, String slug) {}

    /// Deletes for good what a person has in the trash, to make room.
    default void emptyTrash(UUID person) {}
}
