package org.stepback.training.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// The time of a run's steps, in seconds of training: its pauses do not count.
///
/// It holds few moments, at most [#CAPACITY]; when it is full every second one goes. What a run computes does not
/// depend on it. Not safe for use by several threads.
public final class TrainingClock {
    public static final int CAPACITY = 256;

    private int size;
    private long[] steps = new long[CAPACITY];
    private double[] seconds = new double[CAPACITY];

    /// Notes that a step was done by then; a step that was noted before gets the new time.
    public void add(long step, double second) {
        if (size > 0 && steps[size - 1] >= step) {
            size--;
        }
        if (size == CAPACITY) {
            for (int i = 0; 2 * i < CAPACITY; i++) {
                steps[i] = steps[2 * i];
                seconds[i] = seconds[2 * i];
            }
            size /= 2;
        }
        steps[size] = step;
        seconds[size++] = second;
    }

    /// The seconds of training so far.
    public double now() {
        return size == 0 ? 0 : seconds[size - 1];
    }

    /// The step of the last moment, −1 where there is none.
    public long lastStep() {
        return size == 0 ? -1 : steps[size - 1];
    }

    /// The moments after a step, −1 for all, copied.
    public NewPoints.Clock since(long step) {
        int from = Arrays.binarySearch(steps, 0, size, step);
        from = from < 0 ? -from - 1 : from + 1;
        return new NewPoints.Clock(Arrays.copyOfRange(steps, from, size), Arrays.copyOfRange(seconds, from, size));
    }

    public TrainingClock copy() {
        TrainingClock copy = new TrainingClock();
        copy.size = size;
        copy.steps = steps.clone();
        copy.seconds = seconds.clone();
        return copy;
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(steps[i]);
            out.writeDouble(seconds[i]);
        }
    }

    /// Reads what [#write] wrote, in place of what it holds.
    ///
    /// @throws IOException where it does not fit
    public void read(DataInput in) throws IOException {
        int moments = in.readInt();
        if (moments < 0 || moments > CAPACITY) {
            throw new IOException("no such clock");
        }
        size = 0;
        for (int i = 0; i < moments; i++) {
            long step = in.readLong();
            if (i > 0 && step <= steps[i - 1]) {
                throw new IOException("moments out of order");
            }
            add(step, in.readDouble());
        }
    }
}
