/// The textbook: dense layers, activations, losses, initializers, optimizers, and the trainer that joins them.
///
/// One convention everywhere: `X` is features × batch, `W` is units × inputs, `b` is units × 1, `Z = W A_prev + b`,
/// `A = f(Z)`. A column is a sample. Numbers are doubles; names, defaults and epsilons are those of Keras 3.
@NullMarked
package org.stepback.nn;

import org.jspecify.annotations.NullMarked;
