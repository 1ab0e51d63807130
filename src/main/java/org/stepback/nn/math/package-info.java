/// Sums, products, random numbers and functions on matrices and arrays, with the same bits on every machine.
///
/// Nothing here knows what a network is.
@NullMarked
package org.stepback.nn.math;

import org.jspecify.annotations.NullMarked;
