package org.stepback.web;

import java.util.HashMap;
import java.util.Map;

/// The bytes of requests that are in memory at one moment: a total, and the share of one visitor.
///
/// A body of JSON takes some forty times its bytes while it is parsed, so a few bodies at once could fill the heap.
final class BodyBudget {
    private final long total;
    private final long share;
    private final Map<String, Long> taken = new HashMap<>();
    private long sum;

    /// @param total the bytes of all visitors together
    /// @param share the most that one visitor has of them
    BodyBudget(long total, long share) {
        this.total = total;
        this.share = share;
    }

    /// Returns false, and takes nothing, where the visitor's share or the total does not have these bytes.
    synchronized boolean take(String visitor, long bytes) {
        long mine = taken.getOrDefault(visitor, 0L) + bytes;
        if (mine > share || sum + bytes > total) {
            return false;
        }
        taken.put(visitor, mine);
        sum += bytes;
        return true;
    }

    synchronized void giveBack(String visitor, long bytes) {
        taken.computeIfPresent(visitor, (_, mine) -> mine > bytes ? mine - bytes : null);
        sum -= bytes;
    }
}
