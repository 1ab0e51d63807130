package org.stepback.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.number.NumberParser;
import org.stepback.number.Numeral;

/// The words behind a command: one file, and options with a value each.
final class Arguments {
    private final String usage;
    private final List<String> files = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<Path> inputs = new ArrayList<>();
    private final List<Path> outputs = new ArrayList<>();

    /// @param known the options, such as `--cell`
    /// @param usage how the command is written, for the sentences
    /// @throws RefusedException with a sentence, where an option is unknown, doubled, or without its value
    Arguments(List<String> args, List<String> known, String usage) {
        this.usage = usage;
        int at = 0;
        while (at < args.size()) {
            String arg = args.get(at++);
            if (!arg.startsWith("--")) {
                files.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (!known.contains(name)) {
                throw refused(NameSuggestions.unknown("option", name, known));
            }
            boolean apart = equals < 0 && at < args.size() && !args.get(at).startsWith("--");
            String value = equals >= 0 ? arg.substring(equals + 1) : apart ? args.get(at++) : "";
            if (value.isBlank()) {
                throw refused("The option " + name + " needs a value.");
            }
            if (values.put(name, value) != null) {
                throw refused("The option " + name + " is given twice.");
            }
        }
    }

    /// Returns the one file that the command is about.
    Path file() {
        if (files.size() != 1) {
            throw refused(files.isEmpty() ? "A file is missing." : "One file is taken, not " + files.size() + ".");
        }
        Path file = pathOf(files.getFirst());
        inputs.add(file);
        return file;
    }

    /// Returns the notebook that the command is about, read with its tables.
    ///
    /// @throws RefusedException with its first problem by file, line and column
    Exercise notebook() {
        Path file = file();
        Exercise notebook = CommandFiles.notebook(file);
        notebook.tables().keySet().forEach(table -> inputs.add(file.resolveSibling(table)));
        return notebook;
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option));
    }

    Optional<Path> path(String option) {
        return text(option).map(this::pathOf);
    }

    /// Returns the file that an option wants written.
    ///
    /// @throws RefusedException where it is a file that is read, or one that another option wants written
    Optional<Path> output(String option) {
        Optional<Path> output = path(option);
        output.ifPresent(file -> {
            if (inputs.stream().anyMatch(input -> CommandFiles.isSame(file, input))) {
                throw refused("The file “" + file + "” is one that is read: name another one with " + option + ".");
            }
            if (outputs.stream().anyMatch(other -> CommandFiles.isSame(file, other))) {
                throw refused("Two options name the file “" + file + "”: give each its own.");
            }
            outputs.add(file);
        });
        return output;
    }

    OptionalLong whole(String option, long min, long max) {
        String text = values.get(option);
        if (text == null) {
            return OptionalLong.empty();
        }
        double value = NumberParser.parse(text).orElse(Double.NaN);
        if (!(value >= min && value <= max && value == Math.rint(value))) {
            throw refused(option + " must be a whole number from " + min + " to " + max + ", not "
                    + Numeral.quoted(text) + "."
                    + NumberParser.advice(text).map(more -> " " + more).orElse(""));
        }
        return OptionalLong.of((long) value);
    }

    RefusedException refused(String sentence) {
        return new RefusedException(sentence + " " + usage);
    }

    private Path pathOf(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw refused("No file can have the name " + Numeral.quoted(text) + ".");
        }
    }
}
