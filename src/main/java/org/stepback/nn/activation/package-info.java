/// The activations `a = f(z)`, each a record with its equation and its derivative.
///
/// An activation knows no layer and no loss.
@NullMarked
package org.stepback.nn.activation;

import org.jspecify.annotations.NullMarked;
