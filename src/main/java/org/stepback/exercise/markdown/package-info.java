/// Markdown with maths, as a page shows it.
///
/// Nothing here knows what a cell is.
@NullMarked
package org.stepback.exercise.markdown;

import org.jspecify.annotations.NullMarked;
