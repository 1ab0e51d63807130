package org.stepback.nn;

/// A layer in which every unit sees every input: `A = f(W A_prev + b)`.
///
/// Limits are checked by [Architecture#problem()], so that a wrong layer can be shown with the sentence that says why.
///
/// @param units how many numbers it gives for each sample, 1 to [#MAX_UNITS]
/// @param activation its f
public record Dense(int units, Activation activation) {
    public static final int MAX_UNITS = 512;
}
