/// The penalties on large weights, with their gradients.
///
/// A penalty sees the numbers of one tensor and the learning rate, and no layer or network.
@NullMarked
package org.stepback.nn.regularizer;

import org.jspecify.annotations.NullMarked;
