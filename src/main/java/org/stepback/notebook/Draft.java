package org.stepback.notebook;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/// One student's saved edits to one exercise.
///
/// @param exercise the exercise's slug
/// @param edits as [EditsText] writes them
/// @param revision 1 after the first save, one more after each; two writers can't make the same one
@Table("draft")
record Draft(
        @Id UUID id,
        UUID student,
        String exercise,
        String edits,
        @Version long revision,
        Instant changed) {
    Draft with(String newEdits, Instant now) {
        return new Draft(id, student, exercise, newEdits, revision, now);
    }
}
