package org.stepback.interop.export;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A Python of this machine.
///
/// @param command how it is started
public record Interpreter(String command) {
    /// The second is the system's own where another comes first on the PATH: Debian's packages are there alone.
    private static final List<String> COMMANDS = List.of("python3", "/usr/bin/python3");

    private static final Map<String, Optional<Interpreter>> FOUND = new ConcurrentHashMap<>();

    /// Returns the first Python that can import the modules. Where none can, the test is skipped and says so.
    public static Interpreter with(String... modules) {
        String names = String.join(", ", modules);
        Optional<Interpreter> found = FOUND.computeIfAbsent(names, needed -> COMMANDS.stream()
                .map(Interpreter::new)
                .filter(python -> python.imports(needed))
                .findFirst());
        return found.orElseGet(() -> abort("no Python here can import " + names));
    }

    private boolean imports(String modules) {
        try {
            return process("-c", "import " + modules)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns what a program prints; an exit code other than 0 fails the test.
    public String run(Path folder, String... arguments) {
        try {
            Path complaints = folder.resolve("complaints.txt");
            Process process = process(arguments)
                    .directory(folder.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new AssertionError(List.of(arguments) + ": " + Files.readString(complaints));
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The programs are small: threads for a matrix product would only wait for each other.
    private ProcessBuilder process(String... arguments) {
        ProcessBuilder process = new ProcessBuilder(
                Stream.concat(Stream.of(command), Stream.of(arguments)).toList());
        process.environment().put("OMP_NUM_THREADS", "1");
        return process;
    }
}
