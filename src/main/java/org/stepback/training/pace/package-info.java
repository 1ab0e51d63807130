/// The pace of a run: the steps that it takes in a second, and those that it may.
///
/// It knows clocks and no runs.
@NullMarked
package org.stepback.training.pace;

import org.jspecify.annotations.NullMarked;
