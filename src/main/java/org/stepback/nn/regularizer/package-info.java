/// The penalties on large weights, with their gradients.
///
/// A penalty sees the numbers of one tensor and nothing else.
@NullMarked
package org.stepback.nn.regularizer;

import org.jspecify.annotations.NullMarked;
