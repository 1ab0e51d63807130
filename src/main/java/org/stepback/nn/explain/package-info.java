/// Explanations: what each number of a traced step is made of, back to data, weights and settings.
///
/// They read a [org.stepback.nn.Trace]; the trainer does not know them.
@NullMarked
package org.stepback.nn.explain;

import org.jspecify.annotations.NullMarked;
