/// The trainer: a network, its forward and backward pass, its update, and a run of them step by step.
///
/// The parts that a step is made of have packages of their own below this one: none of them knows the trainer.
///
/// One convention everywhere: `X` is features × batch, `W` is units × inputs, `b` is units × 1, `Z = W A_prev + b`,
/// `A = f(Z)`. A column is a sample. Numbers are doubles; names, defaults and epsilons are those of Keras 3.
@NullMarked
package org.stepback.nn;

import org.jspecify.annotations.NullMarked;
