package org.stepback.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.stepback.exercise.Edit;
import org.stepback.grading.Grade;
import org.stepback.notebook.EditsText;
import org.stepback.notebook.Notebook;
import org.stepback.storage.StorageQuota;
import tools.jackson.databind.json.JsonMapper;

/// A submission as its table keeps it: inserted when it is pressed, and updated once, with its grade.
///
/// @param verdicts the [Grade] as JSON; without a cell until it is graded
/// @param state [#RECEIVED] or [#GRADED]
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
        long bytes,
        String state) {
    static final String RECEIVED = "received";
    static final String GRADED = "graded";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Grade NONE = new Grade(Map.of());

    /// Returns a submission that waits to be graded.
    ///
    /// @param received the time of the press
    static SubmissionRow received(UUID student, Notebook notebook, String exerciseHash, Instant received) {
        String edits = EditsText.write(notebook.edits());
        String verdicts = JSON.writeValueAsString(NONE);
        return new SubmissionRow(
                UUID.randomUUID(),
                student,
                notebook.exercise().slug(),
                exerciseHash,
                notebook.revision(),
                edits,
                verdicts,
                0,
                0,
                received,
                StorageQuota.bytes(edits) + StorageQuota.bytes(verdicts),
                RECEIVED);
    }

    SubmissionRow graded(Grade grade) {
        String text = JSON.writeValueAsString(grade);
        return new SubmissionRow(
                id,
                student,
                exercise,
                exerciseHash,
                revision,
                edits,
                text,
                grade.earned(),
                grade.total(),
                created,
                StorageQuota.bytes(edits) + StorageQuota.bytes(text),
                GRADED);
    }

    boolean isGraded() {
        return state.equals(GRADED);
    }

    List<Edit> editList() {
        return EditsText.read(edits);
    }

    Submission submission() {
        var grade = JSON.readValue(verdicts, Grade.class);
        return new Submission(id, student, exercise, revision, editList(), grade, created);
    }
}
