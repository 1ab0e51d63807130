/// The record of a run for its charts: series of points, distributions, past weights.
///
/// It knows numbers and the trainer, and no runs.
@NullMarked
package org.stepback.training.series;

import org.jspecify.annotations.NullMarked;
