package org.stepback.playground.setting;

/// The unit of one step on the page.
public enum StepUnit implements Choice {
    /// All training points once, as in TensorFlow Playground.
    EPOCH("epoch", "Epoch"),
    /// One mini-batch, and so one update.
    BATCH("batch", "Mini-batch"),
    /// One point: the batches have a single one.
    SAMPLE("sample", "One sample");

    private final Words words;

    StepUnit(String key, String title) {
        words = new Words(key, title);
    }

    @Override
    public Words words() {
        return words;
    }
}
