package org.stepback.trace;

import java.util.Optional;
import org.stepback.nn.Quantity;

/// The weight or input that a number belongs to, which a person may change by hand.
public final class Handle {
    private Handle() {}

    /// Empty for a number that is computed from several.
    public static Optional<Quantity> of(Quantity quantity) {
        return switch (quantity) {
            case Quantity.X input -> Optional.of(input);
            case Quantity.PerWeight number -> Optional.of(number.of());
            default -> Optional.empty();
        };
    }
}
