package org.stepback.assessment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A waiting line in which owners take turns, so that one who brings much keeps nobody waiting.
///
/// It is not safe for several threads.
final class FairLine<O, T> {
    private final SequencedMap<O, Deque<T>> waiting = new LinkedHashMap<>();

    void add(O owner, T item) {
        waiting.computeIfAbsent(owner, _ -> new ArrayDeque<>()).add(item);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Takes the first item of the owner whose turn it is, who goes to the end of the line.
    T next() {
        Map.Entry<O, Deque<T>> first = waiting.pollFirstEntry();
        T item = first.getValue().remove();
        if (!first.getValue().isEmpty()) {
            waiting.putLast(first.getKey(), first.getValue());
        }
        return item;
    }
}
