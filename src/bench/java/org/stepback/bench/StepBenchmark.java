package org.stepback.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Steps a second of one contender on one workload.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class StepBenchmark {
    @Param("LESSON")
    public Workload workload = Workload.LESSON;

    @Param("STEPBACK")
    public JavaPeer peer = JavaPeer.STEPBACK;

    private Contender contender = () -> 0;

    @Setup
    public void setUp() {
        contender = peer.at(workload);
    }

    @Benchmark
    public double step() {
        return contender.step();
    }

    @TearDown
    public void tearDown() {
        contender.close();
    }
}
