/// The initializers: the numbers with which weights start.
///
/// Nothing here knows what a weight is used for.
@NullMarked
package org.stepback.nn.initializer;

import org.jspecify.annotations.NullMarked;
