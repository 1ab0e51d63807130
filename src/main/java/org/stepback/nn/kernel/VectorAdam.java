package org.stepback.nn.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The update of [org.stepback.nn.optimizer.Adam] in whole vectors, with the bits of its plain loop.
///
/// A processor has one unit for roots and divisions, which takes longer for the two of a weight than everything else
/// takes together. So the root is found by multiplications: Newton's iteration for `r = 1 / √v` from an estimate out of
/// the bits of v (a doubling of the right digits each time), then `s = v r` and one correction by its error `v − s²`,
/// which a fused multiply-add has without rounding. Its result is the rounded root, as [Math#sqrt] gives it (Markstein,
/// "Computation of elementary functions on the IBM RISC System/6000 processor", 1990).
final class VectorAdam {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);

    /// Minus half the bits of v, it is near the bits of `1 / √v`: the exponents are halved, and the rest makes the
    /// largest error smallest.
    private static final long ESTIMATE = 0x5FE6EB50C7B537A9L;

    /// Beyond these, squares and errors would leave the range of a double.
    static final double LEAST = 0x1p-900;

    static final double LARGEST = 0x1p900;

    private VectorAdam() {}

    static int update(
            double[] w, double[] g, double[] m, double[] v, double alpha, double beta1, double beta2, double epsilon) {
        int end = VectorFunctions.whole(w.length);
        for (int i = 0; i < end; i += SPECIES.length()) {
            DoubleVector slope = fromArray(SPECIES, g, i);
            DoubleVector mean = fromArray(SPECIES, m, i).mul(beta1).add(slope.mul(1 - beta1));
            DoubleVector square =
                    fromArray(SPECIES, v, i).mul(beta2).add(slope.mul(1 - beta2).mul(slope));
            mean.intoArray(m, i);
            square.intoArray(v, i);

            if (square.lt(LEAST).or(square.compare(VectorOperators.GT, LARGEST)).anyTrue()) { // as 0
                DoubleVector change = mean.mul(alpha).div(square.sqrt().add(epsilon));
                fromArray(SPECIES, w, i).sub(change).intoArray(w, i);
                continue;
            }
            DoubleVector minusHalf = square.mul(-0.5);
            LongVector halfBits = square.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 1);
            DoubleVector r = LongVector.broadcast(LONGS, ESTIMATE).sub(halfBits).reinterpretAsDoubles();
            r = r.mul(minusHalf.fma(r.mul(r), broadcast(SPECIES, 1.5)));
            r = r.mul(minusHalf.fma(r.mul(r), broadcast(SPECIES, 1.5)));
            r = r.mul(minusHalf.fma(r.mul(r), broadcast(SPECIES, 1.5)));
            r = r.mul(minusHalf.fma(r.mul(r), broadcast(SPECIES, 1.5)));
            DoubleVector s = square.mul(r);
            DoubleVector root = s.neg().fma(s, square).fma(r.mul(0.5), s);
            DoubleVector change = mean.mul(alpha).div(root.add(epsilon));
            fromArray(SPECIES, w, i).sub(change).intoArray(w, i);
        }
        return end;
    }
}
