package org.stepback.exercise;

import java.util.ArrayList;
import java.util.List;

/// Everything wrong with one text, as it is read; beyond [#MAX] findings the rest is only counted.
final class Findings {
    static final int MAX = 100;

    private final List<Finding> all = new ArrayList<>();
    private int count;

    void add(Place place, String path, String message) {
        count++;
        if (all.size() < MAX) {
            all.add(new Finding(place, path, message));
        }
    }

    void add(Place place, String message) {
        add(place, "", message);
    }

    /// How many there were; unchanged while what is read is sound.
    int count() {
        return count;
    }

    boolean none() {
        return count == 0;
    }

    List<Finding> all() {
        return all;
    }
}
