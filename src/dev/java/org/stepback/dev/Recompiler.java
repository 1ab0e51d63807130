package org.stepback.dev;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps a folder of classes as the sources say: compiles the changed sources alone where that is enough, else all.
final class Recompiler {
    private final Path sources;
    private final Path classes;
    private final String libraries;
    private final Compiler compiler;
    /// The changed sources that are not compiled yet.
    private final Set<Path> pending = new TreeSet<>();
    /// True while the classes of any source may be out of date.
    private boolean allPending;

    /// @param libraries the class path of the sources
    /// @param errors where javac says what is wrong in a source
    Recompiler(Path sources, Path classes, String libraries, PrintWriter errors) {
        this.sources = sources;
        this.classes = classes;
        this.libraries = libraries;
        this.compiler = new Compiler(errors);
    }

    /// Compiles all sources, and removes the classes that no source has.
    ///
    /// @return false where a source has an error; all classes are then as they were
    boolean all() throws IOException {
        Optional<Map<String, byte[]>> compiled = compiler.compile(javaFiles(Watched.files(sources)), libraries);
        allPending = compiled.isEmpty();
        if (allPending) {
            return false;
        }
        pending.clear();
        for (Path file : Watched.files(classes)) {
            if (file.toString().endsWith(".class") && !compiled.get().containsKey(name(file))) {
                Files.delete(file);
            }
        }
        write(compiled.get());
        return true;
    }

    /// Compiles the changed sources, and all others where these could notice.
    ///
    /// @return false where a source has an error; all classes are then as they were
    boolean changed(Collection<Path> files) throws IOException {
        pending.addAll(javaFiles(files));
        if (allPending || !pending.stream().allMatch(Files::exists)) {
            return all();
        }
        Optional<Map<String, byte[]>> compiled = compiler.compile(pending, classes + File.pathSeparator + libraries);
        if (compiled.isEmpty()) {
            return false;
        }
        if (!fits(compiled.get())) {
            return all();
        }
        pending.clear();
        write(compiled.get());
        return true;
    }

    /// Returns true if the other classes work with these as they did with the former ones.
    private boolean fits(Map<String, byte[]> compiled) throws IOException {
        for (Path source : pending) {
            for (Path former : formerClasses(source)) {
                byte[] now = compiled.get(name(former));
                if (now == null || !Shape.same(Files.readAllBytes(former), now)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Returns the class files that a source had: its own and those of its nested classes.
    private List<Path> formerClasses(Path source) throws IOException {
        String file = source.getFileName().toString();
        String name = file.substring(0, file.length() - ".java".length());
        Path folder = classes.resolve(sources.relativize(source).toString()).getParent();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> one.getFileName().toString().matches(Pattern.quote(name) + "(\\$.*)?\\.class"))
                    .toList();
        }
    }

    /// Writes what is new or different.
    private void write(Map<String, byte[]> compiled) throws IOException {
        for (Map.Entry<String, byte[]> one : compiled.entrySet()) {
            Path file = classes.resolve(one.getKey().replace('.', '/') + ".class");
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), one.getValue())) {
                Files.createDirectories(file.getParent());
                Files.write(file, one.getValue());
            }
        }
    }

    private String name(Path file) {
        return classes.relativize(file).toString().replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".");
    }

    private static Set<Path> javaFiles(Collection<Path> files) {
        Set<Path> some = new TreeSet<>(files);
        some.removeIf(file -> !file.toString().endsWith(".java"));
        return some;
    }
}
