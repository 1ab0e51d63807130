package org.stepback.exercise.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stepback.exercise.Proposal;
import org.stepback.number.NumberParser;
import org.stepback.number.Numeral;

/// A value that is to be read: its node, the way to it, and what sentences call it.
///
/// Every reading method gives a value. If the node is not what is expected, the finding is noted and the value is a
/// stand-in; whoever puts something together from values asks afterwards whether there was a finding.
public record FieldReader(Node node, String path, String subject, Findings findings) {

    public boolean present() {
        return !(node instanceof Node.Absent);
    }

    /// Returns whether the key is missing or has no value.
    public boolean isEmpty() {
        return !present() || node instanceof Node.Scalar && scalar().isBlank();
    }

    public void refuse(String message) {
        findings.add(node.place(), path, message);
    }

    /// Refuses it, and offers an edit that mends it.
    public void refuse(String message, Proposal proposal) {
        findings.add(new Finding(node.place(), path, message, Optional.of(proposal)));
    }

    public double number(Range range) {
        return checked(range) ? NumberParser.parse(scalar()).orElseThrow() : range.min();
    }

    public double number(Range range, double fallback) {
        return present() ? number(range) : fallback;
    }

    public long whole(Range range) {
        return (long) number(range);
    }

    public long whole(Range range, long fallback) {
        return present() ? whole(range) : fallback;
    }

    private boolean checked(Range range) {
        Optional<String> refusal = node instanceof Node.Scalar
                ? range.refusal(subject, scalar())
                : Optional.of(range.expectation(subject) + " " + found());
        refusal.ifPresent(this::refuse);
        return refusal.isEmpty();
    }

    public String text(int longest) {
        String expected = subject + " must be a text of 1 to " + longest + " characters.";
        if (!(node instanceof Node.Scalar) || scalar().isBlank()) {
            refuse(expected + " " + found());
        } else if (scalar().length() > longest) {
            refuse(expected + " It has " + scalar().length() + ".");
        }
        return scalar().strip();
    }

    public Optional<String> optionalText(int longest) {
        return present() ? Optional.of(text(longest)) : Optional.empty();
    }

    public boolean flag(boolean fallback) {
        if (!present()) {
            return fallback;
        }
        if (scalar().equals("true") || scalar().equals("false")) {
            return scalar().equals("true");
        }
        refuse(subject + " must be true or false. "
                + (scalar().isBlank() ? found() : Numeral.quoted(scalar()) + " is neither."));
        return fallback;
    }

    /// Returns one of several things, by its name.
    ///
    /// @param what what the things are called, such as `activation`
    public <T> T named(String what, List<T> all, Function<T, String> name) {
        List<String> known = all.stream().map(name).toList();
        if (!(node instanceof Node.Scalar) || scalar().isBlank()) {
            refuse(subject + " must be one of " + String.join(", ", known) + ". " + found());
            return all.getFirst();
        }
        int index = known.indexOf(scalar());
        if (index < 0) {
            refuse(NameSuggestions.unknown(what, scalar(), known));
        }
        return all.get(Math.max(0, index));
    }

    /// Returns the items of a list, each a slot of its own.
    ///
    /// @param item what sentences call an item, its number as `%d`, such as `layer %d`
    public List<FieldReader> items(String item, int min, int max) {
        return sequence(min, max)
                .map(sequence -> IntStream.range(0, sequence.items().size())
                        .mapToObj(i -> item(sequence, i, item))
                        .toList())
                .orElse(List.of());
    }

    /// Returns the items of a list that may be left out.
    public List<FieldReader> optionalItems(String item, int min, int max) {
        return present() ? items(item, min, max) : List.of();
    }

    /// Returns the list; empty, with a finding, if it is none of that size.
    public Optional<Node.Sequence> sequence(int min, int max) {
        String expected = subject + " must be a list of " + sizes(min, max) + ".";
        if (!(node instanceof Node.Sequence sequence)) {
            refuse(expected + " " + found());
            return Optional.empty();
        }
        int size = sequence.items().size();
        if (size < min || size > max) {
            refuse(expected + " It has " + size + ".");
            return Optional.empty();
        }
        return Optional.of(sequence);
    }

    /// Returns one item of a list as a slot of its own.
    public FieldReader item(Node.Sequence sequence, int index, String item) {
        String itemSubject = NameSuggestions.capital(item.formatted(index + 1));
        return new FieldReader(sequence.items().get(index), path + "[" + index + "]", itemSubject, findings);
    }

    private static String sizes(int min, int max) {
        return min == max ? max + (max == 1 ? " entry" : " entries") : min + " to " + max + " entries";
    }

    /// Returns the keys of a mapping.
    ///
    /// @param owner what sentences add to the names of the keys, such as ` of layer 2`
    public MappingReader fields(String owner) {
        return fields(owner, "key: value");
    }

    /// Returns the keys of a mapping; of anything else none, of which nothing more is said.
    ///
    /// @param example a key with its value
    public MappingReader fields(String owner, String example) {
        if (node instanceof Node.Mapping) {
            return new MappingReader(this, owner);
        }
        refuse(subject + " must have keys with values, such as \"" + example + "\". " + found());
        return MappingReader.none();
    }

    /// Returns the text of a single value; empty for anything else.
    public String scalar() {
        return node instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }

    /// Describes the value here, as a sentence.
    public String found() {
        return switch (node) {
            case Node.Absent absent -> "It is missing.";
            case Node.Sequence sequence -> "Here is a list.";
            case Node.Mapping mapping -> "Here are keys with values.";
            case Node.Scalar scalar ->
                scalar().isBlank() ? "It is empty." : "Here is " + Numeral.quoted(scalar.text()) + ".";
        };
    }
}
