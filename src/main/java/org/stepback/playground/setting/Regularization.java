package org.stepback.playground.setting;

/// What pulls the weights towards 0 after each update, in TensorFlow Playground's forms: see [WeightRules].
public enum Regularization implements Choice {
    NONE("none", "None"),
    L1("l1", "L1"),
    L2("l2", "L2");

    private final String key;
    private final String title;

    Regularization(String key, String title) {
        this.key = key;
        this.title = title;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String title() {
        return title;
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
