package org.stepback.training.pace;

/// Measures steps a second over the last half to one second.
public final class SpeedMeter {
    private static final long WINDOW = 500_000_000L;

    private long olderTime;
    private long olderStep;
    private long newerTime;
    private long newerStep;
    private boolean started;

    /// Notes that so many steps were done at this time, in nanoseconds, and gives the speed since about a second ago.
    public double at(long now, long step) {
        if (!started) {
            started = true;
            olderTime = newerTime = now;
            olderStep = newerStep = step;
        }
        if (now - newerTime >= WINDOW) {
            olderTime = newerTime;
            olderStep = newerStep;
            newerTime = now;
            newerStep = step;
        }
        long passed = now - olderTime;
        return passed <= 0 ? 0 : (step - olderStep) * 1e9 / passed;
    }

    /// Forgets what was measured: the run stands still.
    public void reset() {
        started = false;
    }
}
