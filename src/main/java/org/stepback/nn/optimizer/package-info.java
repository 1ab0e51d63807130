/// The optimizers, each with its update rule in its own file, and what belongs to them: schedules of the learning
/// rate and clipping.
///
/// A rule sees arrays of weights and gradients, and no layer or network.
@NullMarked
package org.stepback.nn.optimizer;

import org.jspecify.annotations.NullMarked;
