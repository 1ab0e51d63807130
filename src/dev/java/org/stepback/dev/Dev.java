package org.stepback.dev;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/// `./stepback dev`: compiles the lab, runs it, and compiles what changes under `src/main` until the lab ends.
///
/// Spring Boot's DevTools start the lab again, in its process, when the file `compiled` changes. Vite, which the lab
/// runs, serves `frontend/` and needs nothing from here.
final class Dev {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CLASSES = Path.of("target/dev/classes");
    private static final String REPAIR = "the lab starts when this is repaired.";
    private static final long LOOK_EVERY_MS = 200;

    private final Watched sources = new Watched(SOURCES);
    private final Watched resources = new Watched(RESOURCES);
    private final Recompiler recompiler;

    private Dev(String libraries) {
        this.recompiler = new Recompiler(SOURCES, CLASSES, libraries, new PrintWriter(System.err, true));
    }

    /// @param arguments the libraries' class path, and then the command that runs the lab
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Dev dev = new Dev(arguments[0]);
        dev.build();
        NpmFile npm = NpmFile.read(Path.of("package.json"));
        Process lab = new ProcessBuilder(Arrays.asList(arguments).subList(1, arguments.length))
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(lab, npm)));
        while (lab.isAlive()) {
            dev.follow("the lab goes on as it was until this is repaired.");
            Thread.sleep(LOOK_EVERY_MS);
        }
        System.exit(lab.exitValue());
    }

    private void build() throws IOException, InterruptedException {
        Files.createDirectories(CLASSES);
        copy(Watched.files(RESOURCES));
        if (recompiler.all()) {
            return;
        }
        say(REPAIR);
        while (!follow(REPAIR)) {
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /// Compiles and copies what has changed, and has the lab start again.
    ///
    /// @return false where nothing has changed, or where a source has an error
    private boolean follow(String whereBroken) throws IOException {
        Set<Path> java = sources.changes();
        Set<Path> others = resources.changes();
        copy(others);
        if (!java.isEmpty() && !recompiler.changed(java)) {
            say(whereBroken);
            return false;
        }
        if (java.isEmpty() && others.isEmpty()) {
            return false;
        }
        Files.writeString(CLASSES.resolve("compiled"), Instant.now().toString());
        return true;
    }

    private static void copy(Set<Path> files) throws IOException {
        for (Path file : files) {
            Path copy = CLASSES.resolve(RESOURCES.relativize(file).toString());
            if (Files.exists(file)) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void end(Process lab, NpmFile npm) {
        lab.destroy();
        lab.onExit().join();
        try {
            npm.putBack();
        } catch (IOException e) {
            say("package.json could not be put back: " + e.getMessage());
        }
    }

    private static void say(String sentence) {
        System.err.println("stepback: " + sentence);
    }
}
