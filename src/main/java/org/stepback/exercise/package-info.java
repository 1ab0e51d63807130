/// What an author writes: courses, exercises, their cells and how they are graded, and the reader that turns
/// files and students' edits into them.
///
/// One reader serves both: an author's YAML and a student's JSON become the same small tree of nodes, and the same
/// code reads cells from it, with the same sentences where something is wrong.
@NullMarked
package org.stepback.exercise;

import org.jspecify.annotations.NullMarked;
