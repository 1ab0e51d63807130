package org.stepback.playground.setting;

/// How many steps are taken a second.
public enum Pace implements Choice {
    ONE("1", "1 a second", 1),
    TEN("10", "10 a second", 10),
    SIXTY("60", "60 a second", 60),
    MAX("max", "Full speed", 0);

    private final String key;
    private final String title;
    private final int stepsPerSecond;

    Pace(String key, String title, int stepsPerSecond) {
        this.key = key;
        this.title = title;
        this.stepsPerSecond = stepsPerSecond;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String title() {
        return title;
    }

    public org.stepback.training.pace.Pace ofRun() {
        return new org.stepback.training.pace.Pace(stepsPerSecond);
    }
}
