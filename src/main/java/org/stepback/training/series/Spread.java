package org.stepback.training.series;

import java.util.function.Function;

/// The numbers of a layer whose distributions a picture shows.
public enum Spread {
    WEIGHTS("weights", "weights W", Moment.OfLayer::weights),
    ACTIVATIONS("activations", "outputs a", Moment.OfLayer::activations),
    GRADIENTS("gradients", "gradients ∂L/∂w", Moment.OfLayer::gradients);

    private final String word;
    private final String axis;
    private final Function<Moment.OfLayer, Histogram> of;

    Spread(String word, String axis, Function<Moment.OfLayer, Histogram> of) {
        this.word = word;
        this.axis = axis;
        this.of = of;
    }

    public String word() {
        return word;
    }

    /// Returns the label of an axis of these numbers.
    public String axis() {
        return axis;
    }

    /// Returns their spread at a moment.
    ///
    /// @param layer from 0
    public Histogram of(Moment moment, int layer) {
        return of.apply(moment.layers().get(layer));
    }
}
