package org.stepback.grading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// The grader's verdict on one answer. Only [Correct] earns points.
///
/// The texts are for the student and never contain the hidden answer. The JSON names are those of stored submissions.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Correct.class, name = "correct"),
    @JsonSubTypes.Type(value = Verdict.Wrong.class, name = "wrong"),
    @JsonSubTypes.Type(value = Verdict.Malformed.class, name = "malformed"),
    @JsonSubTypes.Type(value = Verdict.Unanswered.class, name = "unanswered"),
    @JsonSubTypes.Type(value = Verdict.NotYet.class, name = "not_yet"),
    @JsonSubTypes.Type(value = Verdict.NotGraded.class, name = "not_graded")
})
public sealed interface Verdict {
    /// The answer is right.
    record Correct() implements Verdict {}

    /// The answer was understood and is not right.
    record Wrong(String hint) implements Verdict {}

    /// The answer can't be read, or the configuration can't be trained: nothing was judged yet.
    ///
    /// @param message what is not understood and what to write in its place
    /// @param position the index in the answer, from 0, at which reading stopped; 0 where it concerns the whole
    record Malformed(String message, int position) implements Verdict {}

    /// Nothing was typed, chosen or changed yet.
    record Unanswered() implements Verdict {}

    /// The answer is about a training that has not run as it stands: it is not judged before it has.
    record NotYet(String message) implements Verdict {}

    /// The lab itself could not judge the answer: neither right nor wrong, and it earns nothing.
    record NotGraded(String message) implements Verdict {}
}
