/// Diagnoses: what is wrong with a training, with the numbers that show it and what to try.
///
/// They read what a run has shown; the trainer does not know them.
@NullMarked
package org.stepback.nn.diagnosis;

import org.jspecify.annotations.NullMarked;
