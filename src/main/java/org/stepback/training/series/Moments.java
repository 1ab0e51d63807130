package org.stepback.training.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Some moments of a run, few enough to keep: those whose step is a multiple of a stride that doubles when they are
/// many.
///
/// The steps alone decide which they are. Not safe for use by several threads.
public final class Moments {
    public static final int CAPACITY = 32;

    private final int layers;
    private long stride = 1;
    private List<Moment> kept = new ArrayList<>();

    /// @param layers of the network
    public Moments(int layers) {
        this.layers = layers;
    }

    /// The most bytes that the moments of a run with so many layers take up.
    public static long mostBytes(int layers) {
        return CAPACITY * layers * (3L * (Histogram.BINS + 48) + 48);
    }

    /// Returns whether the moment after this step is one to keep.
    public boolean wants(long step) {
        return step % stride == 0 && (kept.isEmpty() || kept.getLast().step() < step);
    }

    public void add(Moment moment) {
        kept.add(moment);
        if (kept.size() > CAPACITY) {
            stride *= 2;
            kept.removeIf(each -> each.step() % stride != 0);
        }
    }

    public long stride() {
        return stride;
    }

    /// The moments after a step, −1 for all.
    public List<Moment> since(long step) {
        return kept.stream().filter(moment -> moment.step() > step).toList();
    }

    /// The step of the last moment, −1 where there is none.
    public long lastStep() {
        return kept.isEmpty() ? -1 : kept.getLast().step();
    }

    public Moments copy() {
        Moments copy = new Moments(layers);
        copy.stride = stride;
        copy.kept = new ArrayList<>(kept);
        return copy;
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(stride);
        out.writeInt(kept.size());
        for (Moment moment : kept) {
            moment.write(out);
        }
    }

    /// Reads what [#write] wrote, in place of what it holds.
    ///
    /// @throws IOException where it does not fit
    public void read(DataInput in) throws IOException {
        stride = in.readLong();
        int size = in.readInt();
        if (stride < 1 || size < 0 || size > CAPACITY) {
            throw new IOException("no such moments");
        }
        kept = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Moment moment = Moment.read(in, layers);
            if (moment.step() <= lastStep()) {
                throw new IOException("moments out of order");
            }
            kept.add(moment);
        }
    }
}
