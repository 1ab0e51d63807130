/// YAML and JSON as a tree of nodes that know where they stand, and readers of its fields that collect findings.
///
/// Nothing here knows what a cell or an exercise is.
@NullMarked
package org.stepback.exercise.yaml;

import org.jspecify.annotations.NullMarked;
