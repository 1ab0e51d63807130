/// Submissions and checks of answers, and how many gradings a student may have at once.
///
/// It knows notebooks and the grader. The table of submissions belongs to it alone.
@NullMarked
package org.stepback.assessment;

import org.jspecify.annotations.NullMarked;
