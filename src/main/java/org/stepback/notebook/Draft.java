package org.stepback.notebook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import org.stepback.exercise.Exercise;
import org.stepback.storage.StorageQuota;

/// One student's edits of one exercise, or of an own notebook.
///
/// @param exercise the exercise's slug, or an own notebook's, which starts with `~`
/// @param edits as [Document] writes them
/// @param title of an own notebook, so that a list reads no edits; null where an earlier version of the lab wrote it
/// @param bytes the size of the edits
/// @param revision 1 after the first save, one more after each; two writers can't make the same one
/// @param deleted when an own notebook was deleted; null while it is there
@Table("draft")
record Draft(
        @Id UUID id,
        UUID student,
        String exercise,
        String edits,
        @Version long revision,
        Instant changed,
        @Nullable Instant deleted,
        @Nullable String title,
        long bytes) {
    /// Returns a draft that is not stored yet.
    static Draft of(UUID student, String exercise, String edits, Instant now) {
        return new Draft(UUID.randomUUID(), student, exercise, "", 0, now, null, null, 0).with(edits, now);
    }

    Draft with(String newEdits, Instant now) {
        return new Draft(
                id,
                student,
                exercise,
                newEdits,
                revision,
                now,
                deleted,
                exercise.startsWith(Exercise.OWN) ? OwnNotebooks.title(Document.read(newEdits)) : null,
                StorageQuota.bytes(newEdits));
    }

    Draft deleted(@Nullable Instant when) {
        return new Draft(id, student, exercise, edits, revision, changed, when, title, bytes);
    }
}
