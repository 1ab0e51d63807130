package org.stepback.exercise;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The keys of one mapping while they are read; [#done] reports those that nobody asked for.
final class Fields {
    private final Slot slot;
    private final String owner;
    private final Map<String, Node.Entry> entries;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(Slot slot, String owner) {
        this.slot = slot;
        this.owner = owner;
        this.entries = slot.node() instanceof Node.Mapping mapping ? mapping.entries() : Map.of();
    }

    /// A mapping without keys, whose findings nobody reads: a stand-in where a mapping should be.
    static Fields none() {
        return new Fields(new Slot(new Node.Absent(Place.START), "", "", new Findings()), "");
    }

    /// The value of a key, [Node.Absent] if the key is not there; the key counts as known from now on.
    Slot slot(String key) {
        return slot(key, Names.subject(key));
    }

    /// The value of a key that an author has thought of, such as the id of a cell.
    Slot entry(String key) {
        return slot(key, '"' + key + '"');
    }

    private Slot slot(String key, String subject) {
        known.add(key);
        Node.Entry entry = entries.get(key);
        Node node = entry == null ? new Node.Absent(slot.node().place()) : entry.value();
        return new Slot(node, path(key), subject + owner, slot.findings());
    }

    /// The key itself as a value, where it names one of several things.
    Slot key(String key) {
        Node.Entry entry = entries.get(key);
        Node node = entry == null ? new Node.Absent(slot.node().place()) : new Node.Scalar(entry.place(), key, false);
        return new Slot(node, slot.path(), slot.subject(), slot.findings());
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Set<String> keys() {
        return entries.keySet();
    }

    /// The mapping itself.
    Slot self() {
        return slot;
    }

    /// Reports every key that was not asked for.
    void done() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                slot.findings().add(entry.place(), path(key), Names.unknown("key", key, known));
            }
        });
    }

    private String path(String key) {
        return slot.path().isEmpty() ? key : slot.path() + "." + key;
    }
}
