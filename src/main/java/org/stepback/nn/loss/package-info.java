/// The losses: what each says of a prediction and a target, and its gradient.
///
/// A loss knows the activation before it, for the forms that are exact together, and no network.
@NullMarked
package org.stepback.nn.loss;

import org.jspecify.annotations.NullMarked;
