package org.stepback.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The page's change that was stored last at each place. It knows the latest places on this server.
final class AppliedChanges {
    private static final int MOST = 20_000;

    private record Key(UUID student, String slug, String cell, String place) {}

    private final Map<Key, ChangeStamp> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ChangeStamp> eldest) {
            return size() > MOST;
        }
    };

    /// Returns whether this change, or a later one of its page, has been stored already.
    synchronized boolean has(UUID student, String slug, TextEdit typed) {
        ChangeStamp stored = last.get(new Key(student, slug, typed.cell(), typed.place()));
        return stored != null && typed.stamp().isNoLaterThan(stored);
    }

    synchronized void note(UUID student, String slug, TextEdit typed) {
        if (!typed.stamp().equals(ChangeStamp.NONE)) {
            last.put(new Key(student, slug, typed.cell(), typed.place()), typed.stamp());
        }
    }
}
