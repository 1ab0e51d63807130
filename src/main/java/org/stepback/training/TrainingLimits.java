package org.stepback.training;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The limits of runs: the properties `stepback.training.*`, sensible for one small machine.
///
/// @param threads that train; 0 for one less than the processors, but at least one
/// @param slice how long a run trains before it is another one's turn
/// @param maxParameters kernels' and biases' numbers of a network
/// @param maxOperations floating-point operations of a whole run
/// @param maxStepOperations floating-point operations of a single step, which nothing can interrupt
/// @param maxRunMemory of one run with its data
/// @param memory of all runs that are held in memory; 0 for a quarter of what Java may take
/// @param memoryPerPerson of all runs of one person that are held in memory; 0 for a quarter of `memory`; where they
///     take less than half of it, one more is let in however large it is
/// @param activePerPerson how many runs of one person train at once
/// @param unwatched after what time a run that nobody looks at ends
/// @param kept how long a run that stands still and that nobody looks at stays in memory; it is in the database anyway
/// @param save how often a run that trains is saved
@ConfigurationProperties("stepback.training")
public record TrainingLimits(
        @DefaultValue("0") int threads,
        @DefaultValue("15ms") Duration slice,
        @DefaultValue("200000") long maxParameters,
        @DefaultValue("2000000000000") long maxOperations,
        @DefaultValue("200000000") long maxStepOperations,
        @DefaultValue("64MB") DataSize maxRunMemory,
        @DefaultValue("0B") DataSize memory,
        @DefaultValue("0B") DataSize memoryPerPerson,
        @DefaultValue("4") int activePerPerson,
        @DefaultValue("30m") Duration unwatched,
        @DefaultValue("10m") Duration kept,
        @DefaultValue("2s") Duration save) {

    /// The limits that hold where nothing is configured.
    public static final TrainingLimits DEFAULTS = new TrainingLimits(
            0,
            Duration.ofMillis(15),
            200_000,
            2_000_000_000_000L,
            200_000_000,
            DataSize.ofMegabytes(64),
            DataSize.ofBytes(0),
            DataSize.ofBytes(0),
            4,
            Duration.ofMinutes(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2));

    int threadsOr(int processors) {
        return threads > 0 ? threads : Math.max(1, processors - 1);
    }

    long memoryOr(long heap) {
        return memory.toBytes() > 0 ? memory.toBytes() : heap / 4;
    }

    long memoryPerPersonOr(long heap) {
        return memoryPerPerson.toBytes() > 0 ? memoryPerPerson.toBytes() : memoryOr(heap) / 4;
    }
}
