package org.stepback.exercise.yaml;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys of one mapping while they are read; [#done] reports those that nobody asked for.
public final class MappingReader {
    private final FieldReader slot;
    private final String owner;
    private final Map<String, Node.Entry> entries;
    private final Set<String> known = new LinkedHashSet<>();

    public MappingReader(FieldReader slot, String owner) {
        this.slot = slot;
        this.owner = owner;
        this.entries = slot.node() instanceof Node.Mapping mapping ? mapping.entries() : Map.of();
    }

    /// Returns the keys of a YAML text; empty, with findings, if it is none.
    ///
    /// @param origin where it stands in its file
    /// @param subject what sentences call it
    public static Optional<MappingReader> yaml(String text, SourcePosition origin, String subject, Findings findings) {
        return NodeParser.yaml(text, origin, findings)
                .map(node -> new FieldReader(node, "", subject, findings).fields(""));
    }

    /// Returns the keys of a YAML file; empty, with findings, if anything is wrong with it.
    public static Optional<MappingReader> file(Path file, int maxBytes, Findings findings) {
        return TextFile.read(file, maxBytes, findings)
                .flatMap(text -> yaml(text, SourcePosition.START, "The file " + file.getFileName(), findings))
                .filter(_ -> findings.none());
    }

    /// Returns a mapping without keys, whose findings nobody reads: a stand-in where a mapping should be.
    public static MappingReader none() {
        return new MappingReader(new FieldReader(new Node.Absent(SourcePosition.START), "", "", new Findings()), "");
    }

    /// Returns the value of a key, [Node.Absent] if the key is not there; the key counts as known from now on.
    public FieldReader slot(String key) {
        return slot(key, NameSuggestions.subject(key));
    }

    /// Returns the value of a key that an author has thought of, such as the id of a cell.
    public FieldReader entry(String key) {
        return slot(key, '"' + key + '"');
    }

    private FieldReader slot(String key, String subject) {
        known.add(key);
        Node.Entry entry = entries.get(key);
        Node node = entry == null ? new Node.Absent(slot.node().place()) : entry.value();
        return new FieldReader(node, path(key), subject + owner, slot.findings());
    }

    /// Returns the key itself as a value, where it names one of several things.
    public FieldReader key(String key) {
        Node.Entry entry = entries.get(key);
        Node node = entry == null ? new Node.Absent(slot.node().place()) : new Node.Scalar(entry.place(), key, false);
        return new FieldReader(node, slot.path(), slot.subject(), slot.findings());
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    /// Returns the mapping itself.
    public FieldReader self() {
        return slot;
    }

    /// Reports every key that was not asked for.
    public void done() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                slot.findings().add(entry.place(), path(key), NameSuggestions.unknown("key", key, known));
            }
        });
    }

    private String path(String key) {
        return slot.path().isEmpty() ? key : slot.path() + "." + key;
    }
}
