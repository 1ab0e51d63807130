package org.stepback.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The latest revision of each notebook that was changed here of late, so that open pages notice each other's changes.
final class LatestRevisions {
    private static final int MOST = 10_000;

    private record Key(UUID student, String slug) {}

    private final Map<Key, Long> revisions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > MOST;
        }
    };

    synchronized void note(UUID student, String slug, long revision) {
        revisions.merge(new Key(student, slug), revision, Math::max);
    }

    /// 0 where nobody has changed it of late.
    synchronized long revision(UUID student, String slug) {
        return revisions.getOrDefault(new Key(student, slug), 0L);
    }
}
