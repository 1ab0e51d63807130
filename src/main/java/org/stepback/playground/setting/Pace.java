package org.stepback.playground.setting;

/// The pace of a playground.
public enum Pace implements Choice {
    ONE("1", "1 a second", 1),
    TEN("10", "10 a second", 10),
    SIXTY("60", "60 a second", 60),
    MAX("max", "Full speed", 0);

    private final Words words;
    private final int stepsPerSecond;

    Pace(String key, String title, int stepsPerSecond) {
        words = new Words(key, title);
        this.stepsPerSecond = stepsPerSecond;
    }

    @Override
    public Words words() {
        return words;
    }

    public org.stepback.training.pace.Pace ofRun() {
        return new org.stepback.training.pace.Pace(stepsPerSecond);
    }
}
