package org.stepback;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes maps that keep the entries which were used last. Any thread may use them.
public final class LatestMap {
    private LatestMap() {}

    /// @param most the number of entries that are kept
    public static <K, V> Map<K, V> of(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }
}
