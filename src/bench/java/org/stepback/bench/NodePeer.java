package org.stepback.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/// The contenders that run under Node.js, each round in a process of its own: `src/bench/js/peers.mjs`.
enum NodePeer {
    CONVNETJS("ConvNetJS 0.3"),
    TENSORFLOWJS("TensorFlow.js 4.22, float32");

    final String title;

    NodePeer(String title) {
        this.title = title;
    }

    /// Steps a second in one round; empty where Node.js or the package is missing.
    ///
    /// @param packages the folder in which npm installed them
    OptionalDouble steps(Workload workload, Settings settings, Path packages) {
        List<String> command = List.of(
                "node",
                "src/bench/js/peers.mjs",
                packages.toString(),
                name(),
                workload.title(),
                Integer.toString(settings.warmUpSeconds()),
                Integer.toString(settings.seconds()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? OptionalDouble.of(Double.parseDouble(answer)) : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
