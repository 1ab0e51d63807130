package org.stepback.playground.setting;

/// The pull of the weights towards 0 after each update, as in TensorFlow Playground.
public enum Regularization implements Choice {
    NONE("none", "None"),
    L1("l1", "L1"),
    L2("l2", "L2");

    private final Words words;

    Regularization(String key, String title) {
        words = new Words(key, title);
    }

    @Override
    public Words words() {
        return words;
    }

    /// `R′(w)` of one weight, with `R = |w|` or `R = w² / 2`.
    public double slope(double w) {
        return switch (this) {
            case NONE -> 0;
            case L1 -> Math.signum(w);
            case L2 -> w;
        };
    }
}
