package org.stepback.nn.replay;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.stepback.nn.Checkpoint;

/// Some checkpoints of a training, few enough to keep: those whose step is a multiple of a stride, which doubles when
/// they are many.
///
/// Safe for use by several threads.
public final class Checkpoints {
    private static final long BYTES = 4 << 20;
    private static final int FEWEST = 2;
    private static final int MOST = 64;

    private final int capacity;
    private final NavigableMap<Long, Checkpoint> kept = new TreeMap<>();
    private long stride = 1;

    /// @param numbers that one checkpoint of this training has
    public Checkpoints(long numbers) {
        capacity = capacity(numbers);
    }

    private static int capacity(long numbers) {
        return (int) Math.clamp(BYTES / (Double.BYTES * Math.max(1, numbers)), FEWEST, MOST);
    }

    /// The most bytes that the checkpoints of such a training take.
    public static long mostBytes(long numbers) {
        return Double.BYTES * numbers * (capacity(numbers) + 1);
    }

    /// Returns whether the checkpoint after so many steps is one to keep.
    public synchronized boolean wants(long steps) {
        return steps > 0 && steps % stride == 0 && !kept.containsKey(steps);
    }

    /// Keeps one that [#wants] asked for.
    public synchronized void add(Checkpoint checkpoint) {
        kept.put(checkpoint.step(), checkpoint);
        while (kept.size() > capacity) {
            stride *= 2;
            kept.keySet().removeIf(step -> step % stride != 0);
        }
    }

    /// Lets go of so many, the earliest first, that the others take no more than 4 MB, and of all where each takes
    /// more.
    public synchronized void trim() {
        while (bytes() > BYTES) {
            kept.pollFirstEntry();
        }
    }

    public synchronized long bytes() {
        return kept.values().stream().mapToLong(Checkpoint::bytes).sum();
    }

    /// The last one that is at most so many steps in.
    public synchronized Optional<Checkpoint> before(long steps) {
        return Optional.ofNullable(kept.floorEntry(steps)).map(NavigableMap.Entry::getValue);
    }
}
