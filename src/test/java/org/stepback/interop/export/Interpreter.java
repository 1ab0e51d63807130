package org.stepback.interop.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The machine's Python, if it has one.
public final class Interpreter {
    private Interpreter() {}

    /// Whether these modules can be imported.
    public static boolean has(String... modules) {
        try {
            return new ProcessBuilder("python3", "-c", "import " + String.join(", ", modules))
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

    /// What a program says; what it complains of fails the test.
    public static String run(Path folder, String... arguments) {
        try {
            Path complaints = folder.resolve("complaints.txt");
            Process process = new ProcessBuilder(Stream.concat(Stream.of("python3"), Stream.of(arguments))
                            .toList())
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
}
