package org.stepback.interop.export;

/// A single number of a dense layer that no update changes.
///
/// @param layer counted from 0, as are the others
/// @param input whose weight it is, [#BIAS] for the unit's bias
public record FrozenWeight(int layer, int unit, int input) {
    public static final int BIAS = -1;

    boolean isBias() {
        return input == BIAS;
    }
}
