/// The layers: what each computes forward and backward, and what it learns.
///
/// A layer knows its own weights and no other layer.
@NullMarked
package org.stepback.nn.layer;

import org.jspecify.annotations.NullMarked;
