package org.stepback.nn;

/// A step's forward pass once more, with another number in one place.
///
/// @param forward every z and a, units × batch
/// @param loss of the mini-batch, with the penalties on weights
public record Trial(Forward forward, double loss) {}
