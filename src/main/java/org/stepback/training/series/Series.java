package org.stepback.training.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A bounded table of points, one row a step, that thins itself out as it grows.
///
/// Of the points added it keeps those whose step is a multiple of the stride, and always the first and the last. When
/// it is full the stride doubles. So what it holds is a function of what was added, and of nothing else, and whoever
/// has taken points along the way has the same set as a newcomer once they keep the same steps.
///
/// Values may be NaN or infinite and come back as they were, bit for bit. Not safe for use by several threads.
public final class Series {
    /// The most points a series keeps, its two ends included.
    public static final int CAPACITY = 2_000;

    private static final int FIRST_ROWS = 64;

    private final int width;
    private final int capacity;
    private long stride;
    private int size;
    private long[] steps;
    private double[] values;

    /// @param width how many values a point has
    /// @param stride the steps from one point to the next, as long as there is room for all
    public Series(int width, long stride) {
        this(width, stride, CAPACITY);
    }

    public Series(int width, long stride, int capacity) {
        if (width < 1 || stride < 1 || capacity < 3) {
            throw new IllegalArgumentException("A series needs a value a point, a stride of 1 and room for 3 points.");
        }
        this.width = width;
        this.stride = stride;
        this.capacity = capacity;
        steps = new long[Math.min(FIRST_ROWS, capacity)];
        values = new double[steps.length * width];
    }

    /// Adds a point; `row` is copied.
    ///
    /// @throws IllegalArgumentException where the step does not follow the last one
    public void add(long step, double[] row) {
        if (step <= lastStep()) {
            throw new IllegalArgumentException("Step " + step + " does not follow step " + lastStep() + ".");
        }
        if (size > 1 && lastStep() % stride != 0) {
            size--; // it was kept as the last point, which it no longer is
        }
        while (size == capacity) {
            thin();
        }
        if (size == steps.length) {
            int rows = Math.min(2 * size, capacity);
            steps = Arrays.copyOf(steps, rows);
            values = Arrays.copyOf(values, rows * width);
        }
        put(size++, step, row, 0);
    }

    /// The points after a step, −1 for all of them, copied.
    public Points since(long step) {
        return since(step, capacity);
    }

    /// The points after a step of a series that is thinned further, by doubling its stride until about `most` are left.
    public Points since(long step, int most) {
        long wide = stride;
        for (int left = size; left > most; left = (left + 1) / 2) {
            wide *= 2;
        }
        int from = Arrays.binarySearch(steps, 0, size, step);
        long ofStride = wide;
        int[] kept = IntStream.range(from < 0 ? -from - 1 : from + 1, size)
                .filter(i -> i == 0 || i == size - 1 || steps[i] % ofStride == 0)
                .toArray();
        return points(ofStride, kept);
    }

    private Points points(long ofStride, int[] kept) {
        long[] at = new long[kept.length];
        double[][] columns = new double[width][kept.length];
        for (int i = 0; i < kept.length; i++) {
            at[i] = steps[kept[i]];
            for (int c = 0; c < width; c++) {
                columns[c][i] = values[kept[i] * width + c];
            }
        }
        return new Points(ofStride, at, columns);
    }

    /// The distance of the steps that are kept now.
    public long stride() {
        return stride;
    }

    /// The step of the last point, −1 where there is none.
    public long lastStep() {
        return size == 0 ? -1 : steps[size - 1];
    }

    /// A value of the last point, NaN where there is none.
    public double last(int column) {
        return size == 0 ? Double.NaN : values[(size - 1) * width + column];
    }

    /// Returns the bytes that the points take up now, never more than [#CAPACITY] rows take.
    long bytes() {
        return 8L * (steps.length + values.length);
    }

    public Series copy() {
        Series copy = new Series(width, stride, capacity);
        copy.size = size;
        copy.steps = steps.clone();
        copy.values = values.clone();
        return copy;
    }

    private void thin() {
        stride *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || steps[i] % stride == 0) {
                put(kept++, steps[i], values, i * width);
            }
        }
        size = kept;
    }

    private void put(int at, long step, double[] from, int offset) {
        steps[at] = step;
        System.arraycopy(from, offset, values, at * width, width);
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(stride);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(steps[i]);
        }
        for (int i = 0; i < size * width; i++) {
            out.writeDouble(values[i]);
        }
    }

    /// Reads what [#write] wrote into this series, in place of what it holds.
    ///
    /// @throws IOException where it does not fit this series
    public void read(DataInput in) throws IOException {
        long readStride = in.readLong();
        int readSize = in.readInt();
        if (readStride < stride || readStride % stride != 0 || readSize < 0 || readSize > capacity) {
            throw new IOException("no such series");
        }
        long[] readSteps = new long[Math.max(1, readSize)];
        for (int i = 0; i < readSize; i++) {
            readSteps[i] = in.readLong();
            if (readSteps[i] < 0 || i > 0 && readSteps[i] <= readSteps[i - 1]) {
                throw new IOException("steps out of order");
            }
        }
        double[] readValues = new double[readSteps.length * width];
        for (int i = 0; i < readSize * width; i++) {
            readValues[i] = in.readDouble();
        }
        stride = readStride;
        size = readSize;
        steps = readSteps;
        values = readValues;
    }

    /// Points of a series, copied out: `columns[c][i]` is value `c` at `steps[i]`.
    ///
    /// @param stride the stride that held when they were taken
    public record Points(long stride, long[] steps, double[][] columns) {}
}
