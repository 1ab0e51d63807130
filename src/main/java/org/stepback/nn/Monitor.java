package org.stepback.nn;

import java.util.List;
import org.stepback.nn.setting.Named;

/// A number of an epoch that a callback looks at.
///
/// `loss` and `accuracy` are the means over the epoch's steps, while the weights move, as in Keras; `val_loss` and
/// `val_accuracy` are those of the validation samples with the weights of the epoch's end.
public record Monitor(String name) implements Named {
    static final Monitor LOSS = new Monitor("loss");
    static final Monitor VAL_LOSS = new Monitor("val_loss");
    static final Monitor ACCURACY = new Monitor("accuracy");
    static final Monitor VAL_ACCURACY = new Monitor("val_accuracy");

    /// Every number that can be looked at, in the order in which a picker shows them.
    public static final List<Monitor> ALL = List.of(VAL_LOSS, LOSS, VAL_ACCURACY, ACCURACY);

    /// Returns whether it needs samples that are held out.
    public boolean needsValidation() {
        return name.startsWith("val_");
    }

    /// Returns whether it needs targets that are right or wrong.
    public boolean needsClasses() {
        return name.endsWith("accuracy");
    }

    /// Returns whether a value is better than another by more than a delta: an accuracy is to rise, a loss to fall.
    boolean improves(double value, double best, double minDelta) {
        return needsClasses() ? value - minDelta > best : value + minDelta < best;
    }
}
