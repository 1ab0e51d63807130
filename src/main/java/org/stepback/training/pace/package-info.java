/// How many steps a run takes a second, and how many it may.
///
/// It knows clocks and no runs.
@NullMarked
package org.stepback.training.pace;

import org.jspecify.annotations.NullMarked;
