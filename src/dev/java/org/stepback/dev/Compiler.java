package org.stepback.dev;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Java's own compiler, kept warm; it returns classes and writes none.
final class Compiler {
    private static final List<String> OPTIONS = List.of(
            "-g", "-parameters", "-proc:none", "-nowarn", "-implicit:none", "--add-modules", "jdk.incubator.vector");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final PrintWriter errors;

    /// @param errors where javac says what is wrong in a source
    Compiler(PrintWriter errors) {
        this.errors = errors;
    }

    /// Returns the classes of some sources, by their binary names; nothing where javac found an error.
    ///
    /// @param classPath where javac finds the classes that it is not asked to compile
    Optional<Map<String, byte[]>> compile(Collection<Path> sources, String classPath) throws IOException {
        List<String> options =
                Stream.concat(OPTIONS.stream(), Stream.of("-cp", classPath)).toList();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Memory memory = new Memory(files)) {
            boolean sound = javac.getTask(
                            errors, memory, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return sound ? Optional.of(memory.classes()) : Optional.empty();
        }
    }

    /// Keeps the classes that javac gives out.
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location place, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(name, made -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
