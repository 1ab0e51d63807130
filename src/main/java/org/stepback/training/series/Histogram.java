package org.stepback.training.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/// The counts of some numbers in bins between the smallest and the largest of them.
///
/// @param low the smallest number, NaN where there is none
/// @param high the largest number
/// @param bins how many numbers lie in each of [#BINS] equal parts, from 0 to 255 for as many as in the fullest part
public record Histogram(double low, double high, byte[] bins) {
    public static final int BINS = 32;

    private static final Histogram NONE = new Histogram(Double.NaN, Double.NaN, new byte[BINS]);

    /// The numbers of a matrix; those that are not finite are left out.
    public static Histogram of(DMatrixRMaj numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < numbers.getNumElements(); i++) {
            double number = numbers.data[i];
            if (Math.abs(number) <= Double.MAX_VALUE / 4) {
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        return low <= high ? new Histogram(low, high, bins(numbers, low, high)) : NONE;
    }

    private static byte[] bins(DMatrixRMaj numbers, double low, double high) {
        int[] counts = new int[BINS];
        double width = high > low ? (high - low) / BINS : 1;
        for (int i = 0; i < numbers.getNumElements(); i++) {
            double number = numbers.data[i];
            if (number >= low && number <= high) {
                counts[Math.min(BINS - 1, (int) ((number - low) / width))]++;
            }
        }
        int most = Arrays.stream(counts).max().orElse(1);
        byte[] bins = new byte[BINS];
        for (int i = 0; i < BINS; i++) {
            bins[i] = (byte) Math.round(255.0 * counts[i] / most);
        }
        return bins;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(low);
        out.writeDouble(high);
        out.write(bins);
    }

    static Histogram read(DataInput in) throws IOException {
        double low = in.readDouble();
        double high = in.readDouble();
        byte[] bins = new byte[BINS];
        in.readFully(bins);
        return new Histogram(low, high, bins);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && Double.compare(low, that.low) == 0
                && Double.compare(high, that.high) == 0
                && Arrays.equals(bins, that.bins);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bins) + Double.hashCode(low) + Double.hashCode(high);
    }
}
