package org.stepback.playground.setting;

/// What one step is.
public enum StepUnit implements Choice {
    /// All training points once, as in TensorFlow Playground.
    EPOCH("epoch", "Epoch"),
    /// One mini-batch, and so one update.
    BATCH("batch", "Mini-batch"),
    /// One point: the batches have a single one.
    SAMPLE("sample", "One sample");

    private final String key;
    private final String title;

    StepUnit(String key, String title) {
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
}
