package org.stepback.bench;

/// How long is measured: rounds, and seconds of warming up and of measuring in each of them.
record Settings(int rounds, int warmUpSeconds, int seconds) {
    static final Settings FULL = new Settings(3, 5, 2);
    static final Settings QUICK = new Settings(1, 5, 1);
}
