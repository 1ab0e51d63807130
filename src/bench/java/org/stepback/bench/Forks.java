package org.stepback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs benchmarks by JMH, each in a virtual machine of its own.
final class Forks {
    private static final List<String> COMMON =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xmx2g");

    private final Settings settings;

    Forks(Settings settings) {
        this.settings = settings;
    }

    /// What one fork measured.
    ///
    /// @param rate calls a second
    /// @param bytes allocated by one call
    record Measured(double rate, double bytes) {}

    /// The peak in multiply-adds, each counted as two operations a second.
    OptionalDouble peak() {
        List<Measured> measured =
                run(PeakBenchmark.class, List.of("--add-modules", "jdk.incubator.vector"), new OptionsBuilder());
        return measured.stream()
                .mapToDouble(each -> each.rate * PeakBenchmark.FLOPS)
                .findFirst();
    }

    /// One round of a contender; empty where it cannot run on this machine.
    List<Measured> steps(JavaPeer peer, Workload workload) {
        ChainedOptionsBuilder parameters = new OptionsBuilder()
                .param("peer", peer.name())
                .param("workload", workload.name())
                .addProfiler(GCProfiler.class);
        return run(StepBenchmark.class, peer.options, parameters);
    }

    private List<Measured> run(Class<?> benchmark, List<String> options, ChainedOptionsBuilder builder) {
        List<String> arguments = new ArrayList<>(COMMON);
        arguments.addAll(options);
        var jmh = builder.include(benchmark.getName())
                .forks(1)
                .jvmArgs(arguments.toArray(String[]::new))
                .warmupIterations(settings.warmUpSeconds())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(settings.seconds())
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(jmh).run().stream().map(Forks::measured).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run " + benchmark.getSimpleName() + ".", e);
        }
    }

    private static Measured measured(RunResult result) {
        var bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Measured(result.getPrimaryResult().getScore(), bytes == null ? Double.NaN : bytes.getScore());
    }
}
