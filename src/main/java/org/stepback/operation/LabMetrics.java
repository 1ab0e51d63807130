package org.stepback.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stepback.StepbackApplication;
import org.stepback.grading.GradingService;
import org.stepback.playground.Playgrounds;
import org.stepback.training.TrainingService;

/// The figures of the lab's work that are read at `/prometheus`.
@Component
class LabMetrics implements MeterBinder {
    private final String version;
    private final TrainingService training;
    private final GradingService grading;
    private final Playgrounds playgrounds;

    LabMetrics(
            @Value(StepbackApplication.VERSION) String version,
            TrainingService training,
            GradingService grading,
            Playgrounds playgrounds) {
        this.version = version;
        this.training = training;
        this.grading = grading;
        this.playgrounds = playgrounds;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stepback.info", () -> 1).tag("version", version).register(registry);
        gauge(registry, "runs.training", () -> training.load().training(), "Runs that train");
        gauge(registry, "runs.memory", () -> training.load().inMemory(), "Runs that are held in memory");
        gauge(registry, "steps.per.second", () -> training.load().stepsPerSecond(), "Steps a second of all runs");
        gauge(registry, "gradings.waiting", grading::waiting, "Trainings that wait to be run again for a grade");
        gauge(registry, "playgrounds", playgrounds::count, "Playgrounds that are open");
    }

    private static void gauge(MeterRegistry registry, String name, Supplier<Number> value, String description) {
        Gauge.builder("stepback." + name, value).description(description).register(registry);
    }
}
