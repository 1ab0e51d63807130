/// Where a student stands: submissions, scores and progress through the course.
@NullMarked
package org.stepback.course;

import org.jspecify.annotations.NullMarked;
