/// The few array loops in which a training spends its time, in a plain and in a vector form with the same bits.
@NullMarked
package org.stepback.nn.kernel;

import org.jspecify.annotations.NullMarked;
