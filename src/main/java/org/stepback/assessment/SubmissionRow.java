package org.stepback.assessment;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.stepback.grading.Grade;
import org.stepback.notebook.EditsText;
import org.stepback.storage.StorageQuota;
import tools.jackson.databind.json.JsonMapper;

/// A submission as its table keeps it; inserted once and never updated.
///
/// @param verdicts the [Grade] as JSON
@Table("submission")
record SubmissionRow(
        @Id UUID id,
        UUID student,
        String exercise,
        String exerciseHash,
        long revision,
        String edits,
        String verdicts,
        int earned,
        int total,
        Instant created,
        long bytes) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static SubmissionRow of(Submission submission, String exerciseHash) {
        String edits = EditsText.write(submission.edits());
        String verdicts = JSON.writeValueAsString(submission.grade());
        return new SubmissionRow(
                submission.id(),
                submission.student(),
                submission.exercise(),
                exerciseHash,
                submission.revision(),
                edits,
                verdicts,
                submission.earned(),
                submission.total(),
                submission.created(),
                StorageQuota.bytes(edits) + StorageQuota.bytes(verdicts));
    }

    Submission submission() {
        var grade = JSON.readValue(verdicts, Grade.class);
        return new Submission(id, student, exercise, revision, EditsText.read(edits), grade, created);
    }
}
