package org.stepback.notebook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/// One student's edits of one exercise, or of an own notebook.
///
/// @param exercise the exercise's slug, or an own notebook's, which starts with `~`
/// @param edits as [Document] writes them
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
        @Nullable Instant deleted) {
    Draft with(String newEdits, Instant now) {
        return new Draft(id, student, exercise, newEdits, revision, now, deleted);
    }

    Draft deleted(@Nullable Instant when) {
        return new Draft(id, student, exercise, edits, revision, changed, when);
    }
}
