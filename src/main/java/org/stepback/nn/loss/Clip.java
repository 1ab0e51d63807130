package org.stepback.nn.loss;

/// Keras's clip of a probability to ε … 1 − ε, beyond which nothing is learnt.
final class Clip {
    private static final double LEAST = Loss.EPSILON;
    private static final double MOST = 1 - Loss.EPSILON;

    private Clip() {}

    static double toProbability(double p) {
        return Math.min(Math.max(p, LEAST), MOST);
    }

    static boolean clips(double p) {
        return p <= LEAST || p >= MOST;
    }
}
