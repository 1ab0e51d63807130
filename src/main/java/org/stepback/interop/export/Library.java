package org.stepback.interop.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stepback.exercise.RefusedException;

/// Python functions and classes by their names, from a resource of this class: a program takes those that it needs.
final class Library {
    private static final Pattern FUNCTION = Pattern.compile("(?m)^(?:def|class) (\\w+)[(:]");
    private static final String BETWEEN = "\n\n\n";

    private final String framework;
    private final Map<String, String> functions = new LinkedHashMap<>();

    private Library(String framework, String code) {
        this.framework = framework;
        for (String part : code.split(BETWEEN)) {
            Matcher matcher = FUNCTION.matcher(part);
            if (matcher.find()) {
                functions.put(matcher.group(1), part.strip());
            }
        }
    }

    /// Returns the functions of a file such as `numpy.py`.
    ///
    /// @param framework that they are written for
    static Library of(String framework, String file) {
        return new Library(framework, read(file));
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Library.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the name of a function that is here.
    ///
    /// @throws RefusedException where there is no such function
    String known(String function) {
        if (!functions.containsKey(function)) {
            throw new RefusedException("The export to " + framework + " does not know " + function + " yet.");
        }
        return function;
    }

    /// Returns the functions that a text calls, and those that they call, in the order of the file.
    String calledBy(String text) {
        Set<String> needed = new TreeSet<>();
        collect(text, needed);
        return functions.entrySet().stream()
                .filter(entry -> needed.contains(entry.getKey()))
                .map(entry -> entry.getValue() + BETWEEN)
                .collect(Collectors.joining());
    }

    private void collect(String text, Set<String> needed) {
        functions.forEach((name, body) -> {
            if (Pattern.compile("(?<![\\w.])" + name + "\\(").matcher(text).find() && needed.add(name)) {
                collect(body, needed);
            }
        });
    }
}
