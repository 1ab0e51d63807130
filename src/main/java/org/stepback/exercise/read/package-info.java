/// The readers and writers of courses, exercises, notebooks and their cells.
///
/// One reader serves both: an author's YAML and a student's JSON become the same tree of nodes, and the same code reads
/// cells from it, with the same sentences where something is wrong. Nothing here knows pages or tables.
@NullMarked
package org.stepback.exercise.read;

import org.jspecify.annotations.NullMarked;
