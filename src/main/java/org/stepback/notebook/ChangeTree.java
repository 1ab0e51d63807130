package org.stepback.notebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.notebook.ChangeLog.Entry;

/// All changes of one draft that are kept. Each stands on another one: those that made the draft what it is are the
/// trunk, and what was undone hangs on it as branches.
final class ChangeTree {
    private final List<Entry> latestFirst;
    private final Map<Long, Entry> byNumber = new HashMap<>();

    ChangeTree(List<Entry> latestFirst) {
        this.latestFirst = List.copyOf(latestFirst);
        latestFirst.forEach(entry -> byNumber.put(entry.number(), entry));
    }

    /// The changes after which the draft can be had back, the latest first. A branch whose beginning is no longer kept
    /// is not among them.
    List<Entry> reachable() {
        return latestFirst.stream()
                .filter(entry -> branch(entry.number()).isPresent())
                .toList();
    }

    /// Returns a document as it was after a change: it goes back along the trunk, and forward along the branch.
    ///
    /// @return empty where that change can't be reached any more
    Optional<Document> at(long number, Document now) {
        return branch(number).map(branch -> {
            long fork = branch.isEmpty() ? number : branch.getFirst().parent();
            Document document = now;
            for (Entry later :
                    trunk().stream().takeWhile(entry -> entry.number() > fork).toList()) {
                document = later.change().backward(document);
            }
            for (Entry next : branch) {
                document = next.change().forward(document);
            }
            return document;
        });
    }

    private List<Entry> trunk() {
        return latestFirst.stream().filter(entry -> !entry.undone()).toList();
    }

    /// Returns the number of the change before the trunk's first. That one need not be kept.
    private long root() {
        return latestFirst.stream()
                .filter(entry -> !entry.leftBehind())
                .reduce((later, earlier) -> earlier)
                .map(Entry::parent)
                .orElse(0L);
    }

    /// Returns the undone changes from the trunk to one and with it; none where it stands.
    private Optional<List<Entry>> branch(long number) {
        Deque<Entry> branch = new ArrayDeque<>();
        Entry at = byNumber.get(number);
        while (at != null && at.undone()) {
            branch.addFirst(at);
            at = byNumber.get(at.parent());
        }
        boolean known = at != null || !branch.isEmpty() && branch.getFirst().parent() == root();
        return known ? Optional.of(List.copyOf(branch)) : Optional.empty();
    }
}
