package org.stepback.nn.activation;

import java.util.List;

/// Activations that are cut off on both sides, beyond which nothing is learnt.
///
/// To add one, write its record and name it in [#all()].
public sealed interface ClippedActivation extends Activation.Elementwise {
    /// Every one of them, in the order in which a picker shows them.
    static List<ClippedActivation> all() {
        return List.of(new Relu6(), new HardSigmoid(), new HardTanh(), new HardSilu());
    }

    /// A relu that stops at 6: `f(z) = min(max(0, z), 6)`, `f′(z) = 1` between 0 and 6, else 0.
    record Relu6() implements ClippedActivation {
        @Override
        public double f(double z) {
            return Math.min(Math.max(0, z), 6);
        }

        @Override
        public double derivative(double z, double a) {
            return z > 0 && z < 6 ? 1 : 0;
        }

        @Override
        public Range range() {
            return new Range(0, 6);
        }
    }

    /// A sigmoid of straight lines: `f(z) = z/6 + ½` within 0 … 1, `f′(z) = 1/6` for −3 < z < 3, else 0.
    record HardSigmoid() implements ClippedActivation {
        /// Returns the line itself, which hard silu needs too.
        static double of(double z) {
            return Math.min(Math.max(0, z + 3), 6) / 6;
        }

        @Override
        public double f(double z) {
            return of(z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > -3 && z < 3 ? 1.0 / 6 : 0;
        }

        @Override
        public Range range() {
            return Range.PROBABILITY;
        }
    }

    /// A silu with the hard sigmoid h: `f(z) = z h(z)`, `f′(z) = z/3 + ½` for −3 < z < 3, 1 above, 0 below.
    /// Howard et al. 2019, hard swish.
    record HardSilu() implements ClippedActivation {
        @Override
        public double f(double z) {
            return z * HardSigmoid.of(z);
        }

        @Override
        public double derivative(double z, double a) {
            return z > -3 && z < 3 ? z / 3 + 0.5 : HardSigmoid.of(z);
        }
    }

    /// A tanh of straight lines: `f(z) = z` within −1 … 1, `f′(z) = 1` for −1 < z < 1, else 0.
    record HardTanh() implements ClippedActivation {
        @Override
        public double f(double z) {
            return Math.min(Math.max(-1, z), 1);
        }

        @Override
        public double derivative(double z, double a) {
            return z > -1 && z < 1 ? 1 : 0;
        }

        @Override
        public Range range() {
            return Range.SIGNED;
        }
    }
}
