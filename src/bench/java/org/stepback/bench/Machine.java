package org.stepback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.stepback.nn.kernel.Kernels;

/// The machine that a table came from.
final class Machine {
    private Machine() {}

    /// Processor, cores, vectors and Java, in one line.
    static String line() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s, %s %s, %s",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Kernels.BEST.name(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                System.getProperty("os.name"));
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
