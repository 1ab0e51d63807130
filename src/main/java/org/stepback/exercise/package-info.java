/// The model of what an author writes: courses, exercises, their cells, and how answers are checked.
///
/// It is data: files are read in [org.stepback.exercise.read], and nothing here knows YAML, pages or the database.
@NullMarked
package org.stepback.exercise;

import org.jspecify.annotations.NullMarked;
