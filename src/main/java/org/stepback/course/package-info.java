/// A student's way through the course: which exercises are done.
///
/// It asks notebooks and assessment, and has no table of its own.
@NullMarked
package org.stepback.course;

import org.jspecify.annotations.NullMarked;
