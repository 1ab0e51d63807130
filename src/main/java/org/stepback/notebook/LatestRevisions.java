package org.stepback.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The latest revisions of the notebooks that were changed last on this server, so that open pages notice each other's
/// changes.
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

    /// Returns 0 where the notebook is not among them.
    synchronized long revision(UUID student, String slug) {
        return revisions.getOrDefault(new Key(student, slug), 0L);
    }
}
