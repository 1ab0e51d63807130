package org.stepback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/// Starts [Cold] for a workload, on the built lab.
final class ColdRun {
    private static final Path LAB = Path.of("target/lab/stepback.jar");

    private ColdRun() {}

    /// The share of the steady rate that a run has half a second after its start; empty where there is no lab to start.
    static OptionalDouble share(Workload workload) throws IOException {
        String path = LAB + ":" + System.getProperty("java.class.path");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@src/main/jvm.options",
                "-cp",
                path,
                Cold.class.getName(),
                workload.title(),
                "--server.port=0",
                "--logging.level.root=off",
                "--spring.datasource.url=jdbc:h2:mem:cold;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        if (!Files.exists(LAB)) {
            return OptionalDouble.empty();
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader().lines()) {
            return lines.filter(line -> line.startsWith("cold "))
                    .map(line -> line.split(" "))
                    .mapToDouble(words -> Double.parseDouble(words[1]) / Double.parseDouble(words[2]))
                    .findFirst();
        }
    }
}
