package org.stepback.nn.loss;

import java.util.Optional;
import java.util.function.DoublePredicate;
import org.ejml.data.DMatrixRMaj;
import org.stepback.number.NumberText;

/// The kind of targets that a loss compares predictions with, and the sentence for a target that it cannot use.
public enum Targets {
    /// Any numbers.
    NUMBERS("", "", y -> true),
    /// Numbers of 0 or more, such as counts.
    NOT_NEGATIVE("%s takes logarithms and needs targets of 0 or more, but a target is %s.", "", y -> y >= 0),
    /// Numbers other than 0.
    NOT_ZERO("%s divides by the target, but a target is %s.", "", y -> y < 0 || y > 0),
    /// Probabilities: 0 and 1 for no and yes, or a column of them for the classes.
    PROBABILITIES(
            "%s compares probabilities and needs targets from 0 to 1, but a target is %s.", "", y -> y >= 0 && y <= 1),
    /// No and yes as −1 and 1, or as 0 and 1.
    SIGNS("%s needs targets of -1 and 1, or of 0 and 1, but a target is %s.", "", y -> y == -1 || y == 0 || y == 1),
    /// The number of the class, in one row: 0, 1, 2, …
    CLASS_NUMBERS(
            "%s needs the number of the class as the target, 0 for the first, but a target is %s.",
            "Number the classes in this way", y -> y >= 0 && y == Math.rint(y));

    private final String reason;
    private final String change;
    private final DoublePredicate fits;

    Targets(String reason, String change, DoublePredicate fits) {
        this.reason = reason;
        this.change = change;
        this.fits = fits;
    }

    /// Returns whether they name classes, so that right answers can be counted.
    public boolean areClasses() {
        return this == PROBABILITIES || this == SIGNS || this == CLASS_NUMBERS;
    }

    /// Returns how many rows a table of targets has for a network with so many outputs.
    public int rows(int outputs) {
        return this == CLASS_NUMBERS ? 1 : outputs;
    }

    /// Returns why a loss with this name can't use these targets; empty if it can.
    Optional<Misfit> misfit(String loss, int outputs, DMatrixRMaj target) {
        boolean minusOne = false;
        boolean zero = false;
        for (int i = 0; i < target.getNumElements(); i++) {
            double y = target.data[i];
            if (!fits.test(y)) {
                return Optional.of(new Misfit(reason.formatted(loss, NumberText.plain(y)), change));
            }
            if (this == CLASS_NUMBERS && y >= outputs) {
                return Optional.of(tooFewOutputs(loss, outputs, y));
            }
            minusOne |= y == -1;
            zero |= y == 0;
        }
        return this == SIGNS && minusOne && zero
                ? Optional.of(new Misfit(
                        loss + " needs two different targets, but they are -1, 0 and 1.", "Use -1 and 1, or 0 and 1"))
                : Optional.empty();
    }

    private static Misfit tooFewOutputs(String loss, int outputs, double y) {
        String meant = outputs == 1
                ? "1 output is for the class 0 alone"
                : "%d outputs are for the classes 0 to %d".formatted(outputs, outputs - 1);
        return new Misfit(
                "%s counts classes from 0, so that %s, but a target is %s.".formatted(loss, meant, NumberText.plain(y)),
                "Give the last layer one unit for each class");
    }
}
