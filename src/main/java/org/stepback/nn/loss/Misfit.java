package org.stepback.nn.loss;

import java.util.Optional;

/// A loss that an output layer or a table of targets does not fit, and two ways to mend that.
///
/// @param reason a sentence that says what does not fit
/// @param change what to do to the layer or the targets, as a sentence without its full stop; may be empty
/// @param instead a loss that fits them as they are, if there is one
public record Misfit(String reason, String change, Optional<Loss> instead) {
    Misfit(String reason, String change) {
        this(reason, change, Optional.empty());
    }

    Misfit orUse(Optional<Loss> other) {
        return new Misfit(reason, change, other);
    }

    /// Returns the reason and both ways in words.
    public String sentence() {
        String use = instead.map(loss -> "se " + loss.name()).orElse("");
        if (use.isEmpty()) {
            return change.isEmpty() ? reason : reason + " " + change + ".";
        }
        return reason + (change.isEmpty() ? " U" : " " + change + ", or u") + use + ".";
    }
}
