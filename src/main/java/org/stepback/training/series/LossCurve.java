package org.stepback.training.series;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/// The loss of a run on all samples, at step 0 and at some ends of epochs.
///
/// @param step rising
/// @param validation NaN where no samples are held out
public record LossCurve(long[] step, double[] training, double[] validation) {
    /// The most points of a curve that is kept.
    static final int CAPACITY = 200;

    private static final int POINT = Long.BYTES + 2 * Double.BYTES;

    /// Some points of it, evenly, the first and the last among them.
    public LossCurve thinned() {
        int[] kept = step.length <= CAPACITY
                ? IntStream.range(0, step.length).toArray()
                : IntStream.range(0, CAPACITY)
                        .map(i -> (int) Math.round(i * (step.length - 1.0) / (CAPACITY - 1)))
                        .toArray();
        return new LossCurve(
                IntStream.of(kept).mapToLong(i -> step[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> training[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> validation[i]).toArray());
    }

    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(step.length * POINT);
        for (int i = 0; i < step.length; i++) {
            bytes.putLong(step[i]).putDouble(training[i]).putDouble(validation[i]);
        }
        return bytes.array();
    }

    public static LossCurve of(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        int size = content.length / POINT;
        LossCurve curve = new LossCurve(new long[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            curve.step[i] = bytes.getLong();
            curve.training[i] = bytes.getDouble();
            curve.validation[i] = bytes.getDouble();
        }
        return curve;
    }
}
