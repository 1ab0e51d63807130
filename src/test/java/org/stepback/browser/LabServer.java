package org.stepback.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.stepback.StepbackApplication;

/// A lab in a process of its own, as `./stepback serve` runs it, that a test may kill and start again on its data.
public final class LabServer implements AutoCloseable {
    private static final String EXERCISES = "--stepback.exercises=";
    private static LabServer shared;

    private final Path folder;
    private final int port;
    private final int managementPort;
    private final List<String> settings;
    private Process process;

    private LabServer(Path folder, List<String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.port = freePort();
        this.managementPort = freePort();
    }

    /// The lab that tests share unless they kill it.
    public static synchronized LabServer shared() {
        if (shared == null) {
            shared = fresh();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /// A lab on an empty database.
    public static LabServer fresh(String... settings) {
        try {
            var server = new LabServer(Files.createTempDirectory("stepback-lab"), List.of(settings));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public int port() {
        return port;
    }

    /// Returns an address at which an operator asks the lab.
    public String managementUrl(String path) {
        return "http://localhost:" + managementPort + path;
    }

    /// What the lab has written to its log so far.
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("src/main/jvm.options").toAbsolutePath(),
                "-cp",
                classPath(),
                StepbackApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        if (settings.stream().noneMatch(setting -> setting.startsWith(EXERCISES))) {
            command.add(EXERCISES + Path.of("exercises").toAbsolutePath());
        }
        command.addAll(settings);
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the lab answers")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(this::answers);
    }

    /// Ends the lab as a power cut would: no shutdown hook runs (SIGKILL).
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Asks the lab to end, as a supervisor does (SIGTERM), and does not wait for it.
    public void askToEnd() {
        process.destroy();
    }

    /// Asks the lab to end, and waits until it has.
    ///
    /// @return its exit code
    public int end() {
        askToEnd();
        return awaitEnd();
    }

    /// Waits until the lab has ended.
    public int awaitEnd() {
        return process.onExit().orTimeout(1, TimeUnit.MINUTES).join().exitValue();
    }

    /// The folder of its database.
    public Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "The lab ended with " + process.exitValue() + " while it started:\n" + log());
        }
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url("/enter"))).build();
            // under a path of its own the lab has no such address, and answers all the same
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The lab's own classes and libraries, without the tests' classes, which it would take for its own parts.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
