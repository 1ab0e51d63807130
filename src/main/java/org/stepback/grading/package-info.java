/// The grading of answers: the grader, its verdicts, and the self-test of an exercise. Runs on the server alone.
@NullMarked
package org.stepback.grading;

import org.jspecify.annotations.NullMarked;
